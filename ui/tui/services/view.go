package services

import "voxatlas/ui/tui/kit"

// View is the part of the answers around the cursor.
func (p *Pane) View() []string {
	view := p.sheet.text.View(p.top, p.h)
	if p.cursor >= len(p.sheet.blocks) || p.country == nil {
		return view
	}
	b := p.sheet.blocks[p.cursor]
	for i, l := range b.lines {
		y := b.at + i - p.top
		if l.Width() == 0 || y < 0 || y >= p.h {
			continue
		}
		pointer := kit.Span{Text: ">", Style: p.look.Theme.Strong}
		if !p.focused {
			pointer.Style = p.look.Theme.Dim
		}
		l = append(kit.Line{pointer}, l.Skip(1)...)
		if p.focused {
			view[y] = l.DrawOn(p.look.Theme.Selected, p.w)
		} else {
			view[y] = l.Draw(p.w)
		}
		break // its first line alone
	}
	return view
}
