// Package plain is the browser in lines, for screen readers and for terminals that only
// print. A [Session] answers a line that the user types with lines of text: a fact each, in
// words, always in the same order, without escape sequences. A prompt announces which
// kinds of lines it takes next.
//
//	a name            ▶ the answers of the country, or a numbered list of those it may mean
//	a number          ▶ the country of that number in the last list
//	a command         ▶ commands.go
//
// Lists, the filter and the country shown last are the session's. All pages are printed by the
// commands of the command line, as plain pages; main hands them in as [Config.Run]. So plain mode
// can do nothing that the commands cannot.
package plain
