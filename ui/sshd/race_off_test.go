//go:build !race

package sshd

// comings are how often somebody comes and goes.
const comings = 2000
