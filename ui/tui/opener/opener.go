// Package opener opens web addresses with the opener of the system: xdg-open, open on
// macOS, rundll32 on Windows. It runs on the machine of the user alone, never for
// clients of a server.
//
// An address may come from a file of facts, so it is checked again: only https
// addresses with a host are opened. It is one argument of the opener, and no shell
// reads it.
package opener

import (
	"errors"
	"io/fs"
	"net/url"
	"os/exec"
	"runtime"
	"time"
)

var (
	// ErrMissing says that the system has no opener.
	ErrMissing = errors.New("no opener of links")
	// ErrRefused says that an address is none of a web page over https.
	ErrRefused = errors.New("no https address")
)

// patience is how long [Open] waits for the opener to fail. Some openers go on as long
// as the browser does.
const patience = 2 * time.Second

// Program returns the name of the opener.
func Program() string {
	name, _ := openCommand(runtime.GOOS)
	return name
}

// openCommand returns the opener of a system, and its arguments before the address.
func openCommand(system string) (name string, args []string) {
	switch system {
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler"}
	case "darwin":
		return "open", nil
	}
	return "xdg-open", nil
}

// Open opens a web address in the user's browser. The error is [ErrRefused],
// [ErrMissing], or that of the opener, if it fails soon.
func Open(address string) error { return openWith(runtime.GOOS, address) }

func openWith(system, address string) error {
	if !isWeb(address) {
		return ErrRefused
	}
	name, args := openCommand(system)
	path, err := exec.LookPath(name)
	if err != nil {
		return ErrMissing
	}
	cmd := exec.Command(path, append(args, address)...) // its streams are the null device: the terminal is ours
	detach(cmd)
	if err := cmd.Start(); errors.Is(err, fs.ErrNotExist) {
		return ErrMissing
	} else if err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(patience):
		return nil
	}
}

// isWeb reports whether address is an https address with a host, in printable ASCII.
func isWeb(address string) bool {
	for _, b := range []byte(address) {
		if b <= ' ' || b >= 0x7f || b == '"' || b == '\'' || b == '`' || b == '\\' || b == '<' || b == '>' {
			return false
		}
	}
	u, err := url.Parse(address)
	return err == nil && u.Scheme == "https" && u.Host != "" && u.User == nil
}
