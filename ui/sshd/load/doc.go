// Load puts SSH servers under load on loopback, one after the other, and says
// what their sessions cost:
//
//	go run ./ui/sshd/load -shows 資料日期 'ours=voxatlas serve --listen 127.0.0.1:{port} --metrics 127.0.0.1:{metrics} ...'
//
//	name[:user]=command    {port} {metrics} {dir} stand for two free ports and a folder that holds id.pub
//
//	the empty server    memory (PSS), goroutines: what is subtracted below
//	500 sessions        each 120x40, its first frame complete; settled; memory, goroutines, threads
//	... silent          CPU clock of the server before and after
//	... typing          0.5 arrow keys a second each: key → last byte of the answer, bytes, CPU per key, memory
//	2000 sessions       the same
//	opens               8 clients that connect, wait for the first frame and leave: sessions per second
//	comings and goings  3 × 2000; goroutines and live heap before and after, both once the server has
//	                    collected its garbage twice, which Go does every two minutes by itself
//
// A frame is complete when the text of -shows has come. What answers a key is
// all that comes until 200 ms of silence, or the next key. No client has an
// emulator: it counts bytes and looks at the clock, and 2 000 of them typing cost
// less than the server. They are on the same machine, though: latencies
// and sessions per second hold the client's share, which the report states.
//
// With -attack it does what strangers may do instead (go run ./ui/sshd/load
// -attack -list), one kind at a time against a fresh server, beside a session
// that goes on typing, and says what the server grew by, what it cost, how the
// other session fared, and whether all of it was gone when the client was.
//
// Clients come from many addresses of 127.0.0.0/8, which Linux has all of.
// Goroutines and the heap are read from metrics in Prometheus's format; a server
// that has none, or is not written in Go, has no such rows.
package main
