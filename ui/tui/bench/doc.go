// Bench measures programs as a person at the keyboard would notice them, side by
// side, and prints tables, with -markdown for BENCHMARKS.md:
//
//	go run ./ui/tui/bench -phase 'arrows=down*60 up*60' -phase 'letters=g e r backspace*3' \
//		-start './voxatlas taiwan' -cold 'fzf --version' -cold '{hello}' -cold './voxatlas show tw' \
//		'fzf=fzf <names.txt' 'ours=./voxatlas'
//
//	exec ──▶ a text of -shows ──▶ last byte, then silence       first frame
//	key ──▶ ... bytes ... ──▶ last byte, then silence          key, bytes per key
//	CPU clock of the process before and after all keys         cpu per key
//	CPU clock over ten silent seconds, resident memory          idle, rss
//	exec ──▶ output read to its end from a pipe ──▶ exit        cold command
//
// A program at a terminal runs in a pseudo-terminal of its own, which answers
// queries as a real one does: some programs wait for the answers. All take turns,
// key by key, start by start and command by command, so that a busy machine is
// busy for all of them: trust the ratios within one table, not figures from
// different runs.
package main
