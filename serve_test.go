//go:build unix

package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	gossh "golang.org/x/crypto/ssh"
)

// sshServer is the built binary's SSH server, on loopback.
type sshServer struct {
	t       *testing.T
	cmd     *exec.Cmd
	port    string
	metrics string
	key     gossh.PublicKey
	home    string // of the clients: knows the host key

	mu    sync.Mutex
	log   strings.Builder
	ended chan struct{}
}

// startServer starts the server and waits until it serves.
func startServer(t *testing.T, args ...string) *sshServer {
	t.Helper()
	path, err := buildBinary()
	if err != nil {
		t.Fatal(err)
	}
	s := &sshServer{t: t, home: t.TempDir(), ended: make(chan struct{})}
	file := filepath.Join(s.home, "host_key")
	s.cmd = exec.Command(path, append([]string{"serve", "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0", "--host-key", file, "--rate", "100"}, args...)...)
	out, err := s.cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ready := make(chan struct{})
	go s.readLog(out, ready)
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		<-s.ended
	})
	select {
	case <-ready:
	case <-s.ended:
		t.Fatalf("serve ended: %s", s.logText())
	}
	key, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := gossh.ParsePrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	s.key = signer.PublicKey()
	known := fmt.Sprintf("[127.0.0.1]:%s %s", s.port, gossh.MarshalAuthorizedKey(s.key))
	if err := os.WriteFile(filepath.Join(s.home, "known_hosts"), []byte(known), 0o600); err != nil {
		t.Fatal(err)
	}
	return s
}

// readLog reads the log until its end; it closes ready when the server serves.
func (s *sshServer) readLog(out io.Reader, ready chan<- struct{}) {
	defer close(s.ended)
	lines := bufio.NewScanner(out)
	listen := regexp.MustCompile(`msg=(serving|metrics) listen=127\.0\.0\.1:(\d+)`)
	for lines.Scan() {
		s.mu.Lock()
		s.log.WriteString(lines.Text() + "\n")
		s.mu.Unlock()
		m := listen.FindStringSubmatch(lines.Text())
		switch {
		case m == nil:
		case m[1] == "metrics":
			s.metrics = m[2]
		default:
			s.port = m[2]
			close(ready)
		}
	}
	_ = s.cmd.Wait() // wantExit checks its code
}

func (s *sshServer) logText() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.String()
}

// wantExit waits for the server's end and wants an exit code.
func (s *sshServer) wantExit(code int) {
	s.t.Helper()
	select {
	case <-s.ended:
	case <-time.After(time.Minute):
		s.t.Fatalf("the server does not stop: %s", s.logText())
	}
	if got := s.cmd.ProcessState.ExitCode(); got != code {
		s.t.Errorf("exit code %d, want %d: %s", got, code, s.logText())
	}
}

// sshClient makes commands of an SSH client program.
type sshClient struct {
	name    string
	command func(s *sshServer, user string, terminal bool, args ...string) *exec.Cmd
}

// installedClients returns the clients of this machine; .ci/run installs all of them.
func installedClients(t *testing.T) []sshClient {
	t.Helper()
	all := []sshClient{{"ssh", openssh}, {"plink", plink}, {"dbclient", dropbear}}
	var have []sshClient
	for _, c := range all {
		if _, err := exec.LookPath(c.name); err != nil {
			t.Logf("%s is not on this machine", c.name)
			continue
		}
		have = append(have, c)
	}
	if len(have) == 0 {
		t.Skip("there is no SSH client on this machine")
	}
	return have
}

func openssh(s *sshServer, user string, terminal bool, args ...string) *exec.Cmd {
	options := []string{"-F", "none", "-p", s.port, "-o", "UserKnownHostsFile=" + filepath.Join(s.home, "known_hosts"), "-o", "StrictHostKeyChecking=yes", "-l", user}
	if terminal {
		options = append(options, "-tt")
	}
	return exec.Command("ssh", append(append(options, "127.0.0.1"), args...)...)
}

func plink(s *sshServer, user string, terminal bool, args ...string) *exec.Cmd {
	options := []string{"-ssh", "-batch", "-no-antispoof", "-P", s.port, "-hostkey", gossh.FingerprintSHA256(s.key), "-l", user, "-T"}
	if terminal {
		options[len(options)-1] = "-t"
	}
	cmd := exec.Command("plink", append(append(options, "127.0.0.1"), args...)...)
	cmd.Env = []string{"HOME=" + s.home}
	return cmd
}

func dropbear(s *sshServer, user string, terminal bool, args ...string) *exec.Cmd {
	options := []string{"-y", "-y", "-p", s.port, "-l", user, "-T"}
	if terminal {
		options[len(options)-1] = "-t"
	}
	cmd := exec.Command("dbclient", append(append(options, "127.0.0.1"), args...)...)
	cmd.Env = []string{"HOME=" + s.home}
	return cmd
}

// TestSSHBrowser browses with every client, in both languages.
func TestSSHBrowser(t *testing.T) {
	s := startServer(t, "--edition", "2023-01-26")
	for _, c := range installedClients(t) {
		t.Run(c.name, func(t *testing.T) {
			v := startOnPTY(t, 120, 40, c.command(s, "zh-TW", true))
			v.waitForTexts("國家/地區清單 114", "服務提供情形", "服務說明", "Microsoft 文件 2023-01-26，距今")
			v.typeKeys("台")
			v.waitForTexts("國家/地區清單 1/114", "台灣  TW  +886  Taiwan")
			v.typeKeys("\x1bOQ") // F2
			v.waitForTexts("Countries 1/114", "Taiwan  TW  +886")
			v.writeForeignText("\x1b[2J\x1b[HBroadcast message from root") // perhaps within a frame, and the rest follows
			v.typeKeys("\f")                                               // ctrl+l
			v.waitForTexts("Countries 1/114", "Taiwan  TW  +886", "1 city: Taipei")
			if strings.Contains(v.screenText(), "Broadcast") {
				t.Errorf("the text of another program stays on the screen:\n%s", v.screenText())
			}
			v.resize(80, 24)
			v.waitForTexts("Countries 1/114", "Available") // and no third pane
			v.typeKeys("\x03")
			v.waitForEnd(0)

			v = startOnPTY(t, 80, 24, c.command(s, "en", true, "japan"))
			v.waitForTexts("Japan  JP  +81", "enter info")
			v.typeKeys("q")
			v.waitForEnd(0)

			v = startOnPTY(t, 80, 24, c.command(s, "en", true, "compare", "tw", "jp", "--diff"))
			v.waitForTexts("Taiwan", "Japan", "Via partner")
			v.typeKeys("?")
			v.waitForTexts("ssh HOST compare tw jp --diff")
			v.typeKeys("\x03")
			v.waitForEnd(0)

			v = startOnPTY(t, 80, 24, c.command(s, "en", true, "voxatlas", "--open", "'list --where cp:partner'"))
			v.waitForTexts("Australia", "Japan", "cp:partner")
			v.typeKeys("\x03")
			v.waitForEnd(0)
		})
	}
}

// writeForeignText shows the output of another program.
func (s *browserOnPTY) writeForeignText(text string) {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.term.Write([]byte(text)); err != nil {
		s.t.Fatal(err)
	}
}

// resize changes the terminal's size.
func (s *browserOnPTY) resize(w, h int) {
	s.t.Helper()
	s.mu.Lock()
	s.term.Resize(w, h)
	s.mu.Unlock()
	if err := pty.Setsize(s.pty, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}); err != nil {
		s.t.Fatal(err)
	}
	_ = s.cmd.Process.Signal(syscall.SIGWINCH) // gone, if it is: sees will say so
}

// TestSSHCommands runs commands with every client, and wants the answers and exit
// codes of the same commands at home.
func TestSSHCommands(t *testing.T) {
	s := startServer(t)
	path, err := buildBinary()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range installedClients(t) {
		t.Run(c.name, func(t *testing.T) {
			for _, test := range []struct {
				remote, local string
				code          int
			}{
				{"show taiwan --json", "", 0}, {"taiwan", "show taiwan", 0}, {"search 台 --json", "", 0}, {"list", "", 0},
				{"services ac", "", 0}, {"destinations japan", "", 0}, {"changes mexico --json", "", 0}, {"history mexico cp", "", 0}, {"search w96j0", "", 0}, {"search 北韓", "", 1}, {"show --all --json", "", 0}, {"show taiwan --edition 2021-03-23", "", 0}, {"help", "", 0},
				{"compare tw jp --diff", "", 0}, {"table tw jp --json", "", 0},
				{"show nowhere", "", 1}, {"show united", "", 2}, {"list --bad", "", 2},
			} {
				if test.local == "" {
					test.local = test.remote
				}
				want, _ := runCommand(exec.Command(path, append(strings.Fields(test.local), "--lang", "zh-TW")...))
				if test.remote == "help" { // which leaves out commands that are not served
					want = ""
				}
				got, code := runCommand(c.command(s, "zh-TW", false, strings.Fields(test.remote)...))
				if code != test.code || !strings.HasPrefix(got, want) || got == "" && code == 0 {
					t.Errorf("%s: exit code %d, %d bytes, want %d, %d bytes", test.remote, code, len(got), test.code, len(want))
				}
			}
			for _, forbidden := range []string{"serve", "completion bash", "list --data /etc/passwd", "validate /etc/passwd", "changes --from /etc/passwd", "import / -o /tmp/x", "show --data=/dev/zero taiwan"} {
				if out, code := runCommand(c.command(s, "en", false, strings.Fields(forbidden)...)); out != "" || code == 0 {
					t.Errorf("%s: exit code %d, %q", forbidden, code, out)
				}
			}
			if out, code := runCommand(c.command(s, "en", false)); out != "" || code != 2 {
				t.Errorf("nothing: exit code %d, %q; want 2", code, out)
			}
		})
	}
}

// TestSSHLanguage wants the language of the user name from the client of a system that
// sends its own (Debian's: SendEnv LANG LC_*); of a user name that is none, the sent one.
func TestSSHLanguage(t *testing.T) {
	if _, err := exec.LookPath("ssh"); err != nil {
		t.Skip("ssh is not on this machine")
	}
	s := startServer(t)
	for _, test := range []struct{ user, locale, want string }{
		{"zh-TW", "en_US.UTF-8", "台灣 Taiwan"},
		{"en", "zh_TW.UTF-8", "Taiwan 台灣"},
		{"root", "zh_TW.UTF-8", "台灣 Taiwan"},
		{"root", "de_DE.UTF-8", "Taiwan 台灣"},
	} {
		for _, terminal := range []bool{false, true} {
			cmd := openssh(s, test.user, terminal, "show", "taiwan")
			cmd.Args = slices.Insert(cmd.Args, 1, "-o", "SendEnv=LANG LC_*")
			cmd.Env = []string{"LC_ALL=" + test.locale, "LANG=" + test.locale}
			if out, code := runCommand(cmd); code != 0 || !strings.Contains(out, test.want) {
				t.Errorf("LC_ALL=%s, user %s, terminal %v: exit code %d, %.80q; want %q", test.locale, test.user, terminal, code, out, test.want)
			}
		}
	}
}

// runCommand returns the output of a command, and its exit code.
func runCommand(cmd *exec.Cmd) (out string, code int) {
	var b bytes.Buffer
	cmd.Stdout = &b
	cmd.Env = append(cmd.Env, "PATH="+os.Getenv("PATH"))
	_ = cmd.Run() // the code says it
	return b.String(), cmd.ProcessState.ExitCode()
}

// TestSSHShowsTheSame compares the screens of the browser at home and over SSH,
// with a client of Go's own: every key, the same frame.
func TestSSHShowsTheSame(t *testing.T) {
	s := startServer(t, "--edition", "2023-01-26")
	for _, lang := range []string{"zh-TW", "en"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			home := startBrowser(t, 120, 40, "--lang", lang, "--edition", "2023-01-26")
			away := s.openBrowser(lang, 120, 40)
			home.waitForTexts("2023-01-26") // no key may come before the terminal is raw
			before := home.visibleText()
			for deadline := time.Now().Add(time.Minute); before != away.visibleText() && time.Now().Before(deadline); before = home.visibleText() {
				time.Sleep(2 * time.Millisecond) // what is there may be half of the first frame
			}
			same := func(key string) {
				t.Helper()
				home.typeKeys(key)
				away.typeKeys(key)
				for deadline := time.Now().Add(time.Minute); ; time.Sleep(2 * time.Millisecond) {
					now := home.visibleText()
					if now != before && now == away.visibleText() { // every key changes something
						before = now
						return
					}
					if time.Now().After(deadline) {
						t.Fatalf("after %q at home\n%s\nand away\n%s", key, now, away.visibleText())
					}
				}
			}
			for _, key := range []string{"日", "\x15", "tai", "\r", "j", "\t", "\x1b[6~", "\x1b[Z", "L"} {
				same(key)
			}
			away.typeKeys("\x03")
			if err := away.session.Wait(); err != nil {
				t.Errorf("the session ends: %v", err)
			}
			home.typeKeys("\x03")
			home.waitForEnd(0)
		})
	}
}

// goClient is a session of Go's own SSH client, with a terminal emulator.
type goClient struct {
	t       *testing.T
	session *gossh.Session
	in      io.Writer
	mu      sync.Mutex
	term    *vt.Emulator
	onWrite func([]byte) // gets the server's output; nil for none
}

// openBrowser opens the browser over SSH.
func (s *sshServer) openBrowser(user string, w, h int) *goClient {
	s.t.Helper()
	v := &goClient{t: s.t, term: vt.NewEmulator(w, h)}
	go func() { _, _ = io.Copy(io.Discard, v.term) }() // the emulator's answers
	c, err := gossh.Dial("tcp", "127.0.0.1:"+s.port, &gossh.ClientConfig{User: user, HostKeyCallback: gossh.FixedHostKey(s.key)})
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		_ = c.Close()
		_ = v.term.InputPipe().(io.Closer).Close()
	})
	if v.session, err = c.NewSession(); err != nil {
		s.t.Fatal(err)
	}
	if v.in, err = v.session.StdinPipe(); err != nil {
		s.t.Fatal(err)
	}
	v.session.Stdout = v
	if err := v.session.RequestPty("xterm-256color", h, w, gossh.TerminalModes{}); err != nil {
		s.t.Fatal(err)
	}
	if err := v.session.Shell(); err != nil {
		s.t.Fatal(err)
	}
	return v
}

// Write takes the server's output.
func (c *goClient) Write(b []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.onWrite != nil {
		c.onWrite(b)
	}
	return c.term.Write(b)
}

func (c *goClient) visibleText() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return visibleText(c.term)
}

func (c *goClient) styledText() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.term.Render()
}

func (c *goClient) typeKeys(keys string) {
	c.t.Helper()
	if _, err := io.WriteString(c.in, keys); err != nil {
		c.t.Fatal(err)
	}
}

// TestSSHCopies copies a view in a session: the clipboard gets what the command prints over
// SSH.
func TestSSHCopies(t *testing.T) {
	s := startServer(t)
	v := s.openBrowser("en", 100, 30)
	var output []byte
	clipboard := make(chan string, 1)
	v.mu.Lock()
	v.onWrite = func(b []byte) {
		output = append(output, b...)
		if m := regexp.MustCompile(`\x1b\]52;c;([A-Za-z0-9+/=]*)(\x07|\x1b)`).FindSubmatch(output); m != nil && v.onWrite != nil {
			v.onWrite = nil
			clipboard <- string(m[1])
		}
	}
	v.mu.Unlock()
	v.typeKeys("taiwan\tj")
	v.typeKeys("w") // no key over SSH
	v.typeKeys("Y\t\x1b[B\r")
	select {
	case encoded := <-clipboard:
		got, err := base64.StdEncoding.DecodeString(encoded)
		if err != nil || !strings.HasPrefix(string(got), "| Code | Country/region | Feature | State |") || !strings.Contains(string(got), "| TW | Taiwan | Voicemail | Available |") {
			t.Errorf("%q, %v", got, err)
		}
	case <-time.After(time.Minute):
		t.Fatalf("nothing was copied:\n%s", v.styledText())
	}
	v.typeKeys("\x03")
	_ = v.session.Wait()
}

// TestSSHRefusal wants clients to show the reason of a refusal.
func TestSSHRefusal(t *testing.T) {
	s := startServer(t, "--max-per-address", "1")
	for _, c := range installedClients(t) {
		if c.name == "dbclient" {
			continue // says "Disconnect received" and leaves the reason out
		}
		t.Run(c.name, func(t *testing.T) {
			v := startOnPTY(t, 80, 24, c.command(s, "en", true))
			v.waitForTexts("Countries")
			second := c.command(s, "en", false, "list")
			second.Env = append(second.Env, "PATH="+os.Getenv("PATH"))
			out, err := second.CombinedOutput()
			if err == nil || !strings.Contains(string(out), "too many connections from your address") {
				t.Errorf("%v: %s", err, out)
			}
			v.typeKeys("\x03")
			v.waitForEnd(0)
		})
	}
}

// TestSSHDrain stops a server with an open session.
func TestSSHDrain(t *testing.T) {
	s := startServer(t, "--drain", "1s")
	v := startOnPTY(t, 120, 24, installedClients(t)[0].command(s, "en", true))
	v.waitForTexts("Countries")
	if r, err := http.Get("http://127.0.0.1:" + s.metrics + "/readyz"); err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("readyz: %v", err)
	}
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	v.waitForTexts("The server is about to stop")
	v.waitForEnd(1)
	s.wantExit(0)
	v.waitForTexts("the server is stopping; your session has ended")
	if log := s.logText(); !strings.Contains(log, "end=stopped") || !strings.Contains(log, "msg=stopped") {
		t.Errorf("log: %s", log)
	}
}

// TestServeRefuses does not serve with a key that others may read, or on a port in
// use.
func TestServeRefuses(t *testing.T) {
	s := startServer(t)
	path, err := buildBinary()
	if err != nil {
		t.Fatal(err)
	}
	open := filepath.Join(t.TempDir(), "open")
	if err := os.WriteFile(open, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		"chmod 600":                              {"--host-key", open, "--listen", "127.0.0.1:0"},
		"already in use; stop the other program": {"--host-key", filepath.Join(s.home, "host_key"), "--listen", "127.0.0.1:" + s.port},
	} {
		cmd := exec.Command(path, append([]string{"serve"}, args...)...)
		out, _ := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != 3 || !strings.Contains(string(out), want) {
			t.Errorf("%v: exit code %d, %s", args, code, out)
		}
	}
}
