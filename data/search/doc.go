// Package search ranks countries against what somebody typed. It decides what a
// query means, in which order the answers come, and says for each why it is
// there and which runes of it matched.
//
// Queries and names are compared by their keys, see [voxatlas/data/names/fold].
//
// # What is looked through
//
//	codes   of every place of the world: ISO, calling codes and numbers, domains, flags
//	terms   what places are called in the languages of the interface: folded when
//	        the index is made, looked at one by one
//	world   what they are called in any language, how that is read, capitals and
//	        cities: 35 000 spellings whose keys lie in the program, sorted
//
// # The order
//
//	code     the whole query is a code                               tw  +886  .tw  🇹🇼
//	exact    … a name, an alias, a reading, a capital …              台灣  uk  대만  w96j0  taipei
//	prefix   one of those or a calling code begins so                dom  88
//	words    words of a name begin so                                kingd  rep dom
//	inside   a name contains it                                      韓
//	weak     a slip makes a name of it, or a name has its letters    taiwna  slvk
//
// Within a tier what is called so in the language asked for comes first, then in
// another language of the interface, then in any; shown names before aliases and
// readings; and the place that more people live in before others. Every place
// comes once, with the best that was found of it. Steps that find less are taken
// only when those before found nothing, so guesses never stand beside hits. A slip is
// looked for before letters in order: it explains all that was typed, and costs no
// more letters.
//
// # Elsewhere
//
// An index knows the places that its countries lack, and ranks them, too: Niger is
// not Nigeria, 北韓 not 南韓, nor 澳門 nearly 澳洲. [Result.Elsewhere] names them.
//
// [Index.Query] is for lists that people pick from; [Index.Resolve] is for
// programs, which must not guess.
package search
