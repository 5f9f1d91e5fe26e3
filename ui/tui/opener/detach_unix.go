//go:build unix

package opener

import (
	"os/exec"
	"syscall"
)

// detach gives the opener a session of its own: it must not write to our terminal, nor
// end by our ctrl+c.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
