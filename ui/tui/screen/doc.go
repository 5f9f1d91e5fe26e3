// Package screen runs a model on a terminal, of this machine or at the far end
// of a connection: it shows frames and delivers input. It knows rectangles of
// lines, and nothing of their meaning.
//
// # Frames
//
// A pane is a rectangle of lines, so a screen need not be a model of cells. It
// remembers the lines that it last wrote, and compares strings:
//
//	Frame ──▶ draw ──▶ next ──▶ writer ──▶ lines that differ ──▶ one Write
//	           │        ▲         │
//	           │        └─ latest │  a goroutine, only while there is work;
//	           └──────────── wins │  one write in flight, none of them waited for
//
//	┌ previous ─────┐┌──────────┐        only here are lines taken apart into cells:
//	│ France        ││ yes      │
//	│ Germany       ││ no    ◀──┼─ ≠ ──▶ n o ┆ p a r t n e r     a run, from the first
//	└───────────────┘└──────────┘        n o ┆ s o o n ┆ ┆ ┆     to the last difference
//
// A slow reader costs frames, never memory, and never makes the model wait. An
// unchanged frame costs no byte; an idle screen has no goroutine and no timer.
//
// # Widths
//
// No two terminals agree on the width of every grapheme. After one of doubtful
// width the cursor is placed absolutely, and cells that it may have covered are
// printed again. A wrong width disturbs at most its own spot, never the columns
// to its right.
//
// # Two guards
//
// Output: a terminal obeys every control sequence, so text must not bring any.
// Lines become cells, and only cells are written: a grapheme, a style, a link.
// There is no path for any other byte.
//
// Input: a terminal's replies, a paste and a hostile client look alike. [Input]
// limits the length of everything before it decodes anything.
//
//	tty, SSH channel ──▶ Input: cut into short tokens ──▶ decode, recovered ──▶ tea messages
//
// # Leaving
//
// Every mode is switched off and the screen is cleared, for terminals without an
// alternate one. Then a session waits for the replies to its queries ([fence]), lest
// the shell reads them: most often they came long ago.
//
// # Running a model
//
// [Session] runs a [Model] (any [tea.Model] that also offers Frame) on a
// writer; [Run] does so on the terminal of this process, with its signals. On
// systems where we do not handle the terminal ourselves, Run gives the same model
// to an unmodified [tea.Program]: see [Frame.View].
package screen
