// Package screen is the terminal: it shows frames and hands over what was
// typed, for a person at this machine or at the far end of a connection. It
// knows rectangles of lines, and nothing of what they say.
//
// # Frames
//
// A pane is a rectangle of lines, so a screen need not be a model of cells. It
// remembers the lines that it last wrote, and compares strings:
//
//	Frame ──▶ Draw ──▶ next ──▶ writer ──▶ lines that differ ──▶ one Write
//	           │        ▲         │
//	           │        └─ latest │  a goroutine, only while there is work;
//	           └──────────── wins │  one write in flight, none of them waited for
//
//	┌ was ──────────┐┌──────────┐        only here are lines taken apart into cells:
//	│ France        ││ yes      │
//	│ Germany       ││ no    ◀──┼─ ≠ ──▶ n o ┆ p a r t n e r     a run, from the first
//	└───────────────┘└──────────┘        n o ┆ s o o n ┆ ┆ ┆     to the last difference
//
// A slow reader costs frames, never memory, and never makes the model wait. An
// unchanged frame costs no byte; an idle screen has no goroutine and no timer.
//
// # What terminals disagree about
//
// No two terminals agree on the width of every grapheme. After one of doubtful
// width the cursor is placed absolutely, and what it may have spilled over is
// printed again: a wrong width disturbs at most its own spot, never the columns
// to its right.
//
// # Two guards
//
// Out: a terminal obeys what it is sent, so text must not contain orders. Lines
// become cells, and only cells are written: a grapheme, a style, a link. There
// is no path for any other byte.
//
// In: a terminal's answers, a paste and a hostile client look alike. [Input]
// bounds everything before it decodes anything.
//
//	tty, SSH channel ──▶ Input: cut into tokens, bounded ──▶ decode, recovered ──▶ tea messages
//
// # One runner for every door
//
// [Session] drives a [Model] (any [tea.Model] that also offers Frame) on a
// writer; [Run] does so on the terminal of this process, with its signals. Where
// we cannot handle the terminal ourselves, Run gives the same model to an
// unmodified [tea.Program]: see [Frame.View].
package screen
