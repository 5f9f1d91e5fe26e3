package screen

import (
	"fmt"
	"io"
	"runtime"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

// listFrame returns a frame like those of the browser: a list of countries, a
// list of answers that change with the one selected, a heading and a footer.
func listFrame(selected int) Frame {
	names := []string{"臺灣", "德國", "法國", "日本", "大韓民國", "紐西蘭", "阿拉伯聯合大公國", "波士尼亞與赫塞哥維納"}
	list, answers := make([]string, 38), make([]string, 38)
	for i := range list {
		mark, style := "  ", "\x1b[38;5;253m"
		if i == selected%38 {
			mark, style = "▌ ", "\x1b[1;38;5;255;48;5;25m"
		}
		list[i] = fmt.Sprintf("%s%s%s +%d\x1b[m", style, mark, names[i%len(names)], 100+i)
	}
	for i := range 14 {
		state := []string{"\x1b[32m● 可用", "\x1b[91m○ 不可用", "\x1b[33m◐ 需要通訊點數"}[(i+selected)%3]
		answers[2*i] = fmt.Sprintf("\x1b[38;5;246m通話方案 %2d：%s\x1b[m", i, state)
	}
	return Frame{W: 120, H: 40, Title: "voxatlas", Rects: []Rect{
		{0, 0, 120, 1, []string{"\x1b[1mvoxatlas\x1b[m 臺灣語音服務"}},
		{0, 1, 40, 38, list},
		{40, 1, 80, 38, answers},
		{0, 39, 120, 1, []string{"\x1b[2m↑↓ 選擇  / 搜尋  q 離開\x1b[m"}},
	}, Cursor: Cursor{X: 2, Y: 1 + selected%38, Visible: true}}
}

// BenchmarkFrame draws the frame after an arrow key in a Chinese list: all
// fourteen answers change.
func BenchmarkFrame(b *testing.B) {
	for _, p := range []colorprofile.Profile{colorprofile.ANSI256, colorprofile.ANSI} {
		b.Run(p.String(), func(b *testing.B) { benchmarkFrame(b, p) })
	}
}

func benchmarkFrame(b *testing.B, p colorprofile.Profile) {
	var n byteCounter
	s := newRenderer(&n, p, nil)
	frames := []Frame{listFrame(3), listFrame(4), listFrame(5)}
	s.draw(frames[0])
	waitUntilIdle(s)
	whole := n
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		s.draw(frames[i%3])
		waitUntilIdle(s)
	}
	b.ReportMetric(float64(n-whole)/float64(i), "written/key")
	b.ReportMetric(float64(whole), "written/whole")
}

func BenchmarkUnchanged(b *testing.B) {
	s := newRenderer(io.Discard, colorprofile.ANSI256, nil)
	f := listFrame(3)
	s.draw(f)
	waitUntilIdle(s)
	b.ReportAllocs()
	for b.Loop() {
		s.draw(f)
	}
}

// BenchmarkHeapPerScreen measures the heap of a renderer after its first frames.
func BenchmarkHeapPerScreen(b *testing.B) {
	var before, after runtime.MemStats
	f, g := listFrame(3), listFrame(4)
	for b.Loop() {
		runtime.GC()
		runtime.ReadMemStats(&before)
		all := make([]*renderer, 500)
		for i := range all {
			all[i] = newRenderer(io.Discard, colorprofile.ANSI256, nil)
			all[i].draw(f)
			waitUntilIdle(all[i])
			all[i].draw(g)
			waitUntilIdle(all[i])
		}
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(int64(after.HeapAlloc)-int64(before.HeapAlloc))/500, "heap-B/screen")
		runtime.KeepAlive(all)
	}
}

type byteCounter int

func (c *byteCounter) Write(b []byte) (int, error) { *c += byteCounter(len(b)); return len(b), nil }
