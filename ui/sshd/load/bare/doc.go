// Bare is a terminal list over SSH as one writes it with Wish v2 and Bubble Tea
// and nothing else: the server that ui/sshd/load measures ours against.
//
//	bare -names FILE -listen 127.0.0.1:2222 -metrics 127.0.0.1:2223 -host-key FILE
//
// It shows as many rows as the browser, in the same language: a list of names with
// a mark on the selected one, fourteen answers that differ for each name, and a
// footer. For a fair comparison it styles its rows once per session, as many
// programs do not; View joins them. All else are the libraries' defaults: no limits,
// 60 frames a second, Bubble Tea's own input.
//
// It is a module of its own, so that Wish stays out of the program's go.mod.
package main
