//go:build !race

package sshd

// connectCount is how often clients connect and disconnect.
const connectCount = 2000
