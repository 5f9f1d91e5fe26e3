package tui

import (
	"context"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"voxatlas/data/search"
	"voxatlas/ui/tui/screen"
)

// BenchmarkNew makes a browser and its first frame.
func BenchmarkNew(b *testing.B) {
	f := newFixture(b)
	b.ReportAllocs()
	for b.Loop() {
		f.newAppAlone("zh-TW", 120, 40, func(c *Config) { c.Color = true }).Frame()
	}
}

// BenchmarkArrow moves down the list; all answers change.
func BenchmarkArrow(b *testing.B) {
	f := newFixture(b)
	a := f.newApp("zh-TW", 120, 40, func(c *Config) { c.Color = true })
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		key := keyMsg("down")
		if i/100%2 == 1 {
			key = keyMsg("up")
		}
		a.Update(key)
		a.Frame()
	}
}

// BenchmarkLetter types into the search box and deletes again.
func BenchmarkLetter(b *testing.B) {
	f := newFixture(b)
	a := f.newApp("zh-TW", 120, 40, func(c *Config) { c.Color = true })
	keys := []tea.Msg{keyMsg("t"), keyMsg("a"), keyMsg("backspace"), keyMsg("backspace")}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		a.Update(keys[i%len(keys)])
		a.Frame()
	}
}

// BenchmarkIndex makes the search index, which a process makes once per edition.
func BenchmarkIndex(b *testing.B) {
	f := newFixture(b)
	for b.Loop() {
		search.New(f.atlas.Countries())
	}
}

// BenchmarkTableKey moves the cursor of the table over all countries, row by row.
func BenchmarkTableKey(b *testing.B) {
	f := newFixture(b)
	a := f.newApp("zh-TW", 120, 40, func(c *Config) { c.Color = true })
	pressKeys(a, "esc", "m", "g")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		key := keyMsg("down")
		if i/113%2 == 1 {
			key = keyMsg("up")
		}
		a.Update(key)
		a.Frame()
	}
}

// BenchmarkTableSort sorts the table by an answer, and by names again.
func BenchmarkTableSort(b *testing.B) {
	f := newFixture(b)
	a := f.newApp("zh-TW", 120, 40, func(c *Config) { c.Color = true })
	pressKeys(a, "esc", "m", "5")
	b.ReportAllocs()
	for b.Loop() {
		a.Update(keyMsg("s"))
		a.Frame()
	}
}

// BenchmarkSession measures the live heap of a further browser after some keys,
// with its session: the memory of one more client over SSH.
func BenchmarkSession(b *testing.B) {
	for name, keys := range map[string]string{
		"panes": "down down 台 enter j j",
		"views": "f c p enter esc m l l s / a enter space j space j space j space c l = j",
	} {
		b.Run(name, func(b *testing.B) { benchmarkSession(b, strings.Fields(keys)) })
	}
}

func benchmarkSession(b *testing.B, keys []string) {
	const n = 50
	f := newFixture(b)
	looks := NewLooks(f.localizers, n)
	for b.Loop() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		sessions, done := make([]*screen.Session, n), make(chan error, n)
		for i := range sessions {
			app := f.newApp("zh-TW", 120, 40, func(c *Config) { c.Color, c.Looks = true, looks })
			s := screen.New(app, io.Discard, screen.Options{Profile: colorprofile.ANSI256, W: 120, H: 40})
			go func() { done <- s.Run(context.Background()) }()
			for _, k := range keys {
				s.Send(keyMsg(k))
			}
			sessions[i] = s
		}
		time.Sleep(100 * time.Millisecond) // for the last frames to be drawn
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/n, "B/session")
		for _, s := range sessions {
			s.Send(tea.Quit())
		}
		for range sessions {
			if err := <-done; err != nil {
				b.Error(err)
			}
		}
	}
}

// BenchmarkFilterLetter types into the filter line and deletes again.
func BenchmarkFilterLetter(b *testing.B) {
	f := newFixture(b)
	a := f.newApp("zh-TW", 120, 40, func(c *Config) { c.Color = true })
	pressKeys(a, strings.Fields("F5 paste:cp|!tollfree f space")...)
	keys := []tea.Msg{keyMsg("a"), keyMsg("c"), keyMsg("backspace"), keyMsg("backspace")}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		a.Update(keys[i%len(keys)])
		a.Frame()
	}
}

// BenchmarkFilterFirst filters an edition of which no answer has been decoded.
func BenchmarkFilterFirst(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		f := newFixture(b)
		a := f.newApp("en", 120, 40)
		pressKeys(a, "F5")
		b.StartTimer()
		a.Update(keyMsg("paste:cp !tollfree"))
	}
}
