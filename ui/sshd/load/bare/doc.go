// Bare is a terminal list over SSH as one writes it with Wish v2 and Bubble Tea
// and nothing else: the server that ui/sshd/load measures ours against.
//
//	bare -names FILE -listen 127.0.0.1:2222 -metrics 127.0.0.1:2223 -host-key FILE
//
// It shows what the browser shows, in as many rows and in the same language: a
// list of names, of which the selected one is marked, fourteen answers that are
// others for each name, and a footer. It is no straw man: rows and answers are
// styled once per session, as many programs do not; View joins them. All
// else is as the libraries have it: no limits, the renderer's 60 frames a second,
// an input that is Bubble Tea's own.
//
// It is a module of its own, so that Wish stays out of the program's go.mod.
package main
