// Demo is a list of countries with fourteen answers that all change with the
// selection: the frames of the atlas without the atlas. It runs on our screen
// (run) or under an unmodified tea.Program (stock), to compare the two:
//
//	go build -o /tmp/demo ./ui/tui/screen/testdata/demo
//	go run ./ui/tui/bench 'ours=/tmp/demo run' 'stock=/tmp/demo stock'
package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/tui/screen"
)

type model struct {
	w, h     int
	selected int
	filter   string
	names    []string
	list     map[int][2]string // dressed rows, kept as the app keeps them
}

func (m *model) Init() tea.Cmd { return nil }

func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case tea.KeyPressMsg:
		switch s := msg.String(); s {
		case "up":
			m.selected = max(m.selected-1, 0)
		case "down":
			m.selected = min(m.selected+1, len(m.names)-1)
		case "backspace":
			m.filter = m.filter[:max(len(m.filter)-1, 0)]
		case "ctrl+c", "esc":
			return m, tea.Quit
		default:
			m.filter, m.selected = m.filter+msg.Text, 0
		}
	}
	return m, nil
}

func (m *model) row(i int, on bool) string {
	r, ok := m.list[i]
	if !ok {
		n := m.names[i]
		r = [2]string{"\x1b[38;5;253m  " + n + "\x1b[m", "\x1b[1;38;5;255;48;5;25m▌ " + n + "\x1b[m"}
		m.list[i] = r
	}
	if on {
		return r[1]
	}
	return r[0]
}

func (m *model) Frame() screen.Frame {
	var rows []string
	at := 0
	top := max(0, m.selected-m.h+4)
	for i, n := range m.names {
		if m.filter != "" && !strings.Contains(n, m.filter) {
			continue
		}
		if at >= top && len(rows) < m.h-2 {
			rows = append(rows, m.row(i, at == m.selected))
		}
		at++
	}
	answers := make([]string, 0, 28)
	for i := range 14 {
		state := []string{"\x1b[32m● 可用", "\x1b[91m○ 不可用", "\x1b[33m◐ 需要通訊點數"}[(i+m.selected)%3]
		answers = append(answers, fmt.Sprintf("\x1b[38;5;246m通話方案 %2d：%s\x1b[m", i, state), "")
	}
	return screen.Frame{W: m.w, H: m.h, Title: "demo", Rects: []screen.Rect{
		{X: 0, Y: 0, W: m.w, H: 1, Lines: []string{"\x1b[1mdemo\x1b[m 臺灣語音服務 > " + m.filter}},
		{X: 0, Y: 1, W: m.w / 3, H: m.h - 2, Lines: rows},
		{X: m.w / 3, Y: 1, W: m.w - m.w/3, H: m.h - 2, Lines: answers},
		{X: 0, Y: m.h - 1, W: m.w, H: 1, Lines: []string{"\x1b[2m↑↓ 選擇  ctrl+c 離開\x1b[m"}},
	}, Cursor: screen.Cursor{X: 20 + len(m.filter), Y: 0, Visible: true}}
}

func (m *model) View() tea.View { return m.Frame().View() }

func main() {
	m := &model{list: map[int][2]string{}}
	names := []string{"臺灣", "德國", "法國", "日本", "大韓民國", "紐西蘭", "阿拉伯聯合大公國", "波士尼亞與赫塞哥維納"}
	for i := range 114 {
		m.names = append(m.names, fmt.Sprintf("%s +%d Country%d", names[i%8], 100+i, i))
	}
	var err error
	switch strings.Join(os.Args[1:], "") {
	case "stock":
		_, err = tea.NewProgram(m).Run()
	default:
		err = screen.Run(context.Background(), m, screen.Options{})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
