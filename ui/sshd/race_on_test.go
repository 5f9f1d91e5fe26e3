//go:build race

package sshd

// connectCount is how often clients connect and disconnect; the race detector
// makes each of them ten times as slow.
const connectCount = 200
