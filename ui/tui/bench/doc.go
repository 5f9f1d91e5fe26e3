// Bench measures programs at a terminal, side by side, as a person at the
// keyboard would notice them:
//
//	go run ./ui/tui/bench -phase 'arrows=down*60 up*60' -phase 'letters=g e r backspace*3' \
//		'fzf=fzf <names.txt' 'ours=./voxatlas'
//
//	exec ──────────────▶ last byte of the first frame          start
//	key ──▶ ... bytes ... ──▶ last byte, then silence          key, bytes per key
//	CPU clock of the process before and after all keys         cpu per key
//	CPU clock over ten silent seconds, resident memory          idle, rss
//
// Every program runs in a pseudo-terminal of its own, which answers queries as
// a real one does: some programs wait for the answers. All take turns, key by
// key and start by start, so that a busy machine is busy for all of them: trust
// the ratios within one table, not figures from different runs.
package main
