package screen

import (
	"context"
	"errors"
	"fmt"
	"os"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// echo is a model that shows the messages it got. Some keys make it misbehave.
type echo struct {
	w, h  int
	count int
	log   []string
}

func (m *echo) Init() tea.Cmd { return nil }

func (m *echo) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		m.logf("size %dx%d", m.w, m.h)
	case tea.PasteMsg:
		m.logf("paste %d", len(msg.Content))
	case tea.BackgroundColorMsg:
		m.logf("background %s", msg)
	case tea.ModeReportMsg:
		m.logf("mode %d", msg.Mode)
	case tea.KeyPressMsg:
		m.count++
		m.logf("key %d %s", m.count, msg)
		switch msg.String() {
		case "q":
			return m, tea.Quit
		case "ctrl+c":
			return m, tea.Interrupt
		case "ctrl+z":
			return m, tea.Suspend
		case "U":
			panic("in update")
		case "C":
			return m, func() tea.Msg { panic("in command") }
		case "c":
			return m, tea.SetClipboard("copied")
		case "ctrl+l":
			return m, tea.ClearScreen
		case "b":
			return m, tea.RequestBackgroundColor
		case "r":
			return m, tea.Raw("\x1b[31mraw\a")
		case "e":
			return m, func() tea.Msg { return endMsg{errors.New("on purpose")} }
		}
	}
	return m, nil
}

func (m *echo) logf(format string, args ...any) {
	m.log = append(m.log, fmt.Sprintf(format, args...))
	if n := len(m.log); n > 8 {
		m.log = m.log[n-8:]
	}
}

func (m *echo) Frame() Frame {
	return Frame{W: m.w, H: m.h, Title: "echo", Rects: []Rect{
		{0, 0, m.w, 1, []string{fmt.Sprintf("\x1b[7m回聲 echo %dx%d\x1b[m", m.w, m.h)}},
		{2, 2, m.w - 4, m.h - 2, m.log},
	}, Cursor: Cursor{1, 1, true}}
}

func (m *echo) View() tea.View { return m.Frame().View() }

// TestMain runs the echo instead of the tests when a test has started this
// binary for it.
func TestMain(m *testing.M) {
	var err error
	switch os.Getenv("SCREEN_TEST") {
	case "":
		os.Exit(m.Run())
	case "stock":
		err = runStock(context.Background(), &echo{}, Options{Environ: os.Environ()})
	default:
		// The tests' emulators always reply, on a busy machine late.
		err = Run(context.Background(), &echo{}, Options{fenceWait: time.Minute})
	}
	var s *SignalError
	switch {
	case errors.As(err, &s):
		os.Exit(s.ExitCode())
	case err != nil:
		fmt.Println(err)
		os.Exit(1)
	}
}
