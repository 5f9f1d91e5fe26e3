package tui

import (
	"io"
	"runtime"
	"testing"

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

// BenchmarkArrow moves down the list, all answers changing with it.
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

// BenchmarkIndex makes the search index, once per process.
func BenchmarkIndex(b *testing.B) {
	f := newFixture(b)
	for b.Loop() {
		search.New(f.atlas.Countries())
	}
}

// BenchmarkSession says how much live heap a further browser takes, screen
// included, after some keys: what one more session over SSH costs.
func BenchmarkSession(b *testing.B) {
	const n = 50
	f := newFixture(b)
	looks := NewLooks(f.localizers, n)
	for b.Loop() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		apps, screens := make([]*App, n), make([]*screen.Screen, n)
		for i := range apps {
			apps[i] = f.newApp("zh-TW", 120, 40, func(c *Config) { c.Color, c.Looks = true, looks })
			screens[i] = screen.NewScreen(io.Discard, colorprofile.ANSI256, nil)
			for _, k := range []string{"down", "down", "台", "enter", "j", "j"} {
				pressKeys(apps[i], k)
				screens[i].Draw(apps[i].Frame())
			}
		}
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/n, "B/session")
		runtime.KeepAlive(apps)
		runtime.KeepAlive(screens)
	}
}
