package tui

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"voxatlas/model"
	"voxatlas/ui/tui/screen"
)

// byteCounter counts what is written to it.
type byteCounter struct{ n atomic.Int64 }

func (c *byteCounter) Write(b []byte) (int, error) {
	c.n.Add(int64(len(b)))
	return len(b), nil
}

// TestBytesOfKeys holds the bytes that a key sends to the terminal while many cells are
// shown, at 120 by 40 cells in colours. A step is the keys that lead to it, the key, how
// often it is pressed, and the most bytes of one press.
func TestBytesOfKeys(t *testing.T) {
	f := newFixture(t)
	for _, lang := range []model.Lang{"en", "zh-TW"} {
		for _, step := range []struct {
			keys, key string
			times     int
			most      int64
		}{
			{"esc m g", "down", 15, 600}, {"esc m g j j j", "right", 13, 600}, {"esc m G", "k", 15, 600}, {"esc m g", "}", 4, 600},
			{"esc m g", "down", 113, 4000}, {"esc m G", "up", 113, 4000},
			{"esc m g", "pgdown", 4, 8000}, {"esc m g", "ctrl+d", 7, 8000}, {"esc m", "G", 1, 8000},
			{"esc m g", "s", 2, 8000}, {"esc m g l", "s", 2, 8000}, {"esc m g } } l", "s", 2, 8000}, {"esc m g 4", "s", 2, 8000},
			{"esc f c p enter m g", "down", 40, 4000}, {"esc m g", "space", 4, 600},
			{"esc m g space j space j space j space c", "h", 3, 600}, {"esc m g space j space j space j space c", "j", 13, 600},
			{"esc m g space j space j space j space c", "=", 2, 4000}, {"esc f c p enter c", "right", 5, 600},
		} {
			if most := f.mostBytes(t, lang, step.keys, step.key, step.times); most > step.most {
				t.Errorf("%s: after %s, one of %d presses of %s sends %d bytes; at most %d are wanted", lang, step.keys, step.times, step.key, most, step.most)
			} else {
				t.Logf("%s: after %s, %d presses of %s: at most %d bytes of %d", lang, step.keys, step.times, step.key, most, step.most)
			}
		}
	}
}

// mostBytes runs the browser in a session, presses keys, and returns the most bytes that
// one of some presses of key sends.
func (f fixture) mostBytes(t *testing.T, lang model.Lang, keys, key string, times int) (most int64) {
	synctest.Test(t, func(t *testing.T) {
		out := &byteCounter{}
		app := f.newApp(lang, 120, 40, func(c *Config) { c.Color = true })
		s := screen.New(app, out, screen.Options{Profile: colorprofile.ANSI256, W: 120, H: 40})
		done := make(chan error, 1)
		go func() { done <- s.Run(context.Background()) }()
		for _, k := range strings.Fields(keys) {
			s.Send(keyMsg(k))
		}
		synctest.Wait()
		for range times {
			before := out.n.Load()
			s.Send(keyMsg(key))
			synctest.Wait()
			most = max(most, out.n.Load()-before)
		}
		s.Send(tea.Quit())
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return most
}
