// Package model holds the facts of the atlas and the questions one may ask of
// them: in which country or region a cloud-voice service exists, on which terms,
// and the next steps where the answer is no. It does no I/O and knows no
// terminal, no file format and no language.
//
// # The domain
//
// Microsoft Teams sells five cloud-voice [Service]s. Each has a few [Feature]s,
// fourteen in all. For every country the documentation gives one [Answer] per
// feature, and an answer is more than yes or no: Audio Conferencing may be sold
// per minute only, Call Me may need Communications Credits, a Calling Plan may
// come from a partner. That is the answer's [State]. Any other limit of an
// answer is a [Condition], never another state.
//
// Where the documentation contradicts itself, both statements are kept and a
// [Warning] stands beside the answers concerned.
//
// An [Atlas] is one edition: all countries as of one date. It is immutable, so
// any number of sessions may share it without locks. [Atlas.Check] lists every
// rule that an atlas violates; data that fails it is never shown.
package model
