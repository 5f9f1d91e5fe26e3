package main

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// answers is the number of answers for each name.
const answers = 14

// page is the model of a session.
type page struct {
	names, rows []string // as they are, and styled
	marked      []string // the rows when selected
	selected    int
	top         int // the first visible row
	w, h        int
	list, right lipgloss.Style
	good, bad   lipgloss.Style
	footer      string
}

func newPage(names []string, w, h int) *page {
	p := &page{
		names: names, w: w, h: h,
		list:  lipgloss.NewStyle().Width(44),
		right: lipgloss.NewStyle().PaddingLeft(2),
		good:  lipgloss.NewStyle().Foreground(lipgloss.Color("2")),
		bad:   lipgloss.NewStyle().Foreground(lipgloss.Color("1")),
	}
	plain, mark := lipgloss.NewStyle().Width(42), lipgloss.NewStyle().Width(42).Reverse(true)
	for _, n := range names {
		p.rows = append(p.rows, plain.Render(" "+n))
		p.marked = append(p.marked, mark.Render(">"+n))
	}
	p.footer = lipgloss.NewStyle().Faint(true).Render("上下鍵選擇國家/地區  q 離開  資料日期 2023-01-26")
	return p
}

// Init starts no command.
func (p *page) Init() tea.Cmd { return nil }

// Update moves the selection.
func (p *page) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	switch m := m.(type) {
	case tea.WindowSizeMsg:
		p.w, p.h = m.Width, m.Height
	case tea.KeyPressMsg:
		switch m.String() {
		case "q", "ctrl+c":
			return p, tea.Quit
		case "up":
			p.selected = max(p.selected-1, 0)
		case "down":
			p.selected = min(p.selected+1, len(p.names)-1)
		}
	}
	p.top = min(max(p.top, p.selected-p.visibleRows()+1), p.selected)
	return p, nil
}

// visibleRows returns the number of rows of the list on the screen.
func (p *page) visibleRows() int { return max(p.h-2, 1) }

// View shows the list, the answers for the selected name, and the footer.
func (p *page) View() tea.View {
	var list []string
	for i := p.top; i < min(p.top+p.visibleRows(), len(p.rows)); i++ {
		if i == p.selected {
			list = append(list, p.marked[i])
		} else {
			list = append(list, p.rows[i])
		}
	}
	body := lipgloss.JoinHorizontal(lipgloss.Top, p.list.Render(strings.Join(list, "\n")), p.right.Render(p.answers()))
	v := tea.NewView(lipgloss.JoinVertical(lipgloss.Left, " 國家/地區清單", body, p.footer))
	v.AltScreen = true
	return v
}

// answers returns lines that differ for each name.
func (p *page) answers() string {
	lines := []string{p.names[p.selected], ""}
	for i := range answers {
		state, style := "✓ 可用", p.good
		if (p.selected+i)%3 == 0 {
			state, style = "✗ 不提供", p.bad
		}
		lines = append(lines, fmt.Sprintf("%s  第 %d 項服務，第 %d 個國家/地區", style.Render(state), i+1, p.selected+1))
	}
	return strings.Join(lines, "\n")
}
