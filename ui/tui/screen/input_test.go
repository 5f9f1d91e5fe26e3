package screen

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"
)

// inbox collects the messages that an Input delivers.
type inbox struct {
	mu   sync.Mutex
	msgs []tea.Msg
}

func (b *inbox) send(m tea.Msg) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.msgs = append(b.msgs, m)
}

func (b *inbox) all() []tea.Msg {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.msgs)
}

func (b *inbox) String() string {
	var out []string
	for _, m := range b.all() {
		switch m := m.(type) {
		case tea.KeyPressMsg:
			out = append(out, m.String())
		case tea.PasteMsg:
			out = append(out, fmt.Sprintf("paste(%q)", m.Content))
		default:
			out = append(out, fmt.Sprintf("%T%v", m, m))
		}
	}
	return strings.Join(out, " ")
}

// await lets the time of a synctest bubble pass, so that nothing stays
// unfinished, and compares the delivered messages.
func (b *inbox) await(t *testing.T, want string) {
	t.Helper()
	time.Sleep(time.Minute)
	if got := b.String(); got != want {
		t.Fatalf("delivered %s, want %s", got, want)
	}
}

var typedInput = []struct{ in, want string }{
	{"a", "a"},
	{"A", "A"},
	{" ", "space"},
	{"台灣", "台 灣"},
	{"\x1b[A", "up"},
	{"\x1bOA", "up"},
	{"\x1b[1;5A", "ctrl+up"},
	{"\x1b[3~", "delete"},
	{"\x1b[Z", "shift+tab"},
	{"\x1b[97;5u", "ctrl+a"},
	{"\x1b[27u", "esc"},
	{"\x1bq", "alt+q"},
	{"\x1b\x1b[A", "alt+up"},
	{"\x03", "ctrl+c"},
	{"\r", "enter"},
	{"\t", "tab"},
	{"\x7f", "backspace"},
	{"\x1b[[A", "f1"},
	{"\x1b[1;2R", "shift+f3"},
	{"\x1b[200~hello\r\nworld\x1b[201~", `paste("hello\nworld")`},
	{"\x1b[200~a\x1b[31mb\x03\u202ec\x1b[201~x", `paste("a[31mbc") x`},
	{strings.Repeat("long ", 20), fmt.Sprintf("paste(%q)", strings.Repeat("long ", 20))},
	{"\x1b[?2026;2$y", "tea.ModeReportMsg{2026 2}"},
	{"\x1b[?62;4c", "screen.fencePassedMsg{}"},
	{"\x1b[?64" + strings.Repeat(";1", 25) + "cq", "screen.fencePassedMsg{} q"},
	{"👨‍👩‍👧", "👨‍👩‍👧"},
}

// droppedInput are sequences that must not deliver anything.
var droppedInput = []string{
	"\x1b[" + strings.Repeat(";", 32) + "1m", "\x1b[" + strings.Repeat(":", 40) + "m", "\x1b[" + strings.Repeat("1;", 9000) + "m",
	"\x1bP" + strings.Repeat(";", 40) + "q\x1b\\", "\x1b[" + strings.Repeat("9", 500) + "u", "\x1b[99999999999999999999u",
	"\x1b[8;65535;65535t", "\x1b[8;2147483647;2147483647t", "\x1b[48;1;1;1;1t", "\x1b[65;0;97;1;0;65535_",
	"\x1b]52;c;" + strings.Repeat("A", 100000) + "\a", "\x1b]0;title\x1b\\", "\x1b_Ga=1\x1b\\", "\x1b^pm\x1b\\", "\x1bXsos\x1b\\",
	strings.Repeat("\xff", 100000), "\x9b", "\u009b", "\u202e", "\xc3\x28"[:1] + "\xff", "\x1b[M\x20\x21\x22", "\x1b[I\x1b[O", "\x1b[97;1:3u", "\x1b[?1u",
}

func TestTyped(t *testing.T) { synctest.Test(t, testTyped) }

func testTyped(t *testing.T) {
	for _, c := range typedInput {
		var b inbox
		in := NewInput(b.send)
		_, _ = in.Write([]byte(c.in))
		b.await(t, c.want)
		_ = in.Close()
		if len(c.in) >= minBurst {
			continue
		}
		// The same, one byte at a time, as a slow line brings it.
		var slow inbox
		in = NewInput(slow.send)
		for i := range len(c.in) {
			_, _ = in.Write([]byte{c.in[i]})
		}
		if c.in != "👨‍👩‍👧" && c.in != "台灣" {
			slow.await(t, c.want)
		}
		_ = in.Close()
	}
}

func TestHostileInput(t *testing.T) { synctest.Test(t, testHostileInput) }

func testHostileInput(t *testing.T) {
	for _, bad := range droppedInput {
		var b inbox
		in := NewInput(b.send)
		_, _ = in.Write([]byte(bad))
		_, _ = in.Write([]byte("\x03q"))
		b.await(t, "ctrl+c q")
		if n := cap(in.pending); n > 8<<10 {
			t.Errorf("%.20q: keeps %d bytes", bad, n)
		}
		_ = in.Close()
	}
}

// TestUnfinished checks that an unfinished sequence does not hold back ctrl+c, and
// other keys only until its timeout.
func TestUnfinished(t *testing.T) { synctest.Test(t, testUnfinished) }

func testUnfinished(t *testing.T) {
	for _, bad := range []string{
		"\x1b]0;never", "\x1bPnever", "\x1b_", "\x1b]" + strings.Repeat("x", 5000), "\x1b[12;", "\x1b[" + strings.Repeat("1", 5000), "\x1b]0;\x1b",
	} {
		var b inbox
		in := NewInput(b.send)
		_, _ = in.Write([]byte(bad))
		_, _ = in.Write([]byte("\x03"))
		if got := b.String(); !strings.HasSuffix(got, "ctrl+c") && !strings.HasSuffix(got, "ctrl+alt+c") {
			t.Errorf("%.20q: delivered %s", bad, got)
		}
		_ = in.Close()
	}
	for bad, want := range map[string]string{
		"\x1b": "esc", "\x1b\x1b": "alt+esc", "\x1b[": "alt+[", "\x1b]": "alt+]", "\x1bO": "alt+shift+o", "\xe5\x8f": "",
		"\x1b]0;never": "", "\x1b[12;": "", "\x1b[200~cut": `paste("cut")`, "\x1b[200~cut\x1b[20": `paste("cut[20")`,
	} {
		var b inbox
		in := NewInput(b.send)
		_, _ = in.Write([]byte(bad))
		b.await(t, want)
		_, _ = in.Write([]byte("q"))
		b.await(t, strings.TrimSpace(want+" q"))
		_ = in.Close()
	}
}

// TestInterruptEndsAPaste checks that ctrl+c, when it comes alone and later, ends a
// paste without an end mark.
func TestInterruptEndsAPaste(t *testing.T) { synctest.Test(t, testInterruptEndsAPaste) }

func testInterruptEndsAPaste(t *testing.T) {
	var b inbox
	in := NewInput(b.send)
	_, _ = in.Write([]byte("\x1b[200~abc"))
	time.Sleep(2 * keyTimeout)
	_, _ = in.Write([]byte("\x03"))
	b.await(t, `paste("abc") ctrl+c`)
	_ = in.Close()
}

func TestBigPaste(t *testing.T) {
	var b inbox
	in := NewInput(b.send)
	text := strings.Repeat("0123456789", 30000)
	for _, part := range []string{"\x1b[200~", text, "\x1b[201~", "q"} {
		_, _ = in.Write([]byte(part))
	}
	if len(b.msgs) != 2 || b.msgs[0].(tea.PasteMsg).Content != text[:maxPaste] {
		t.Fatalf("%d messages", len(b.msgs))
	}
}

func TestBackgroundColour(t *testing.T) {
	var b inbox
	in := NewInput(b.send)
	_, _ = in.Write([]byte("\x1b]11;rgb:1111/2222/3333\x1b\\"))
	got, ok := b.msgs[0].(tea.BackgroundColorMsg)
	if !ok || !got.IsDark() || color.RGBAModel.Convert(got) != (color.RGBA{0x11, 0x22, 0x33, 0xff}) {
		t.Fatalf("%#v", b.msgs)
	}
}

// TestAnyInput feeds any sequences in any portions, and checks that keys work
// afterwards, and that no invisible rune is delivered as text.
func TestAnyInput(t *testing.T) {
	bits := append([]string{"\x1b", "[", "]", "M", "200~", pasteStart, pasteEnd, ";", "1", "\x1b\\", "\a", "台", "\xe5", "$", "u", "\x1b[97;1:1;27u", "\x1b[57344;1;7u"}, droppedInput[:4]...)
	rapid.Check(t, func(t *rapid.T) {
		var b inbox
		in := NewInput(b.send)
		defer func() { _ = in.Close() }()
		for range rapid.IntRange(1, 30).Draw(t, "n") {
			_, _ = in.Write([]byte(rapid.SampledFrom(bits).Draw(t, "bit")))
		}
		for _, m := range b.all() {
			if k, ok := m.(tea.KeyPressMsg); ok {
				for _, r := range k.Text {
					if forbidden(r) {
						t.Fatalf("key with text %q", k.Text)
					}
				}
			}
		}
		in.mu.Lock() // a busy machine may take an unfinished sequence for finished
		b.msgs, in.burst = nil, time.Time{}
		in.mu.Unlock()
		_, _ = in.Write([]byte("\x18\x03" + pasteEnd + "q"))
		if got := b.String(); !strings.HasSuffix(got, "q") {
			t.Fatalf("then delivered %s", got)
		}
	})
}

func BenchmarkInputKey(b *testing.B) {
	in := NewInput(func(tea.Msg) {})
	key := []byte("\x1b[B")
	b.ReportAllocs()
	for b.Loop() {
		_, _ = in.Write(key)
	}
}

// TestHeldKeysAreKeys delivers much unmarked text at once: one or two keys that were
// held down on a slow line, or a paste.
func TestHeldKeysAreKeys(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, tt := range []struct{ in, want string }{
			{strings.Repeat("j", 200), strings.TrimSpace(strings.Repeat("j ", 200))},
			{strings.Repeat("jk", 50), strings.TrimSpace(strings.Repeat("j k ", 50))},
			{strings.Repeat("國", 40), strings.TrimSpace(strings.Repeat("國 ", 40))},
			{strings.Repeat("jkl", 30), fmt.Sprintf("paste(%q)", strings.Repeat("jkl", 30))},
			{"q" + strings.Repeat("j", 70) + "x", fmt.Sprintf("paste(%q)", "q"+strings.Repeat("j", 70)+"x")},
			{strings.Repeat("j", 63), strings.TrimSpace(strings.Repeat("j ", 63))},
		} {
			b := &inbox{}
			in := NewInput(b.send)
			_, _ = in.Write([]byte(tt.in))
			b.await(t, tt.want)
		}
	})
}
