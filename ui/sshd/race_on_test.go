//go:build race

package sshd

// comings are how often somebody comes and goes; the race detector makes each of
// them ten times as slow.
const comings = 200
