//go:build !unix

package opener

import "os/exec"

// detach does nothing: the opener has no use for our console.
func detach(*exec.Cmd) {}
