package output

import (
	"strings"

	"voxatlas/ui/text"
)

// View returns the line, w cells wide at most, and the cell of the cursor in it.
func (l *Line) View(w int) (line text.Line, cursor int) {
	switch {
	case l.exists != "":
		return l.question(w)
	case l.writes:
		return l.fileLine(w)
	}
	for _, all := range []bool{true, false} {
		if line, cursor = l.choices(all); line.Width() <= w {
			break
		}
	}
	return l.addHints(line, w), cursor
}

// choices returns the views and forms to choose from; without all, only the chosen ones.
func (l *Line) choices(all bool) (line text.Line, cursor int) {
	loc, t := l.look.Localizer, l.look.Theme
	line = text.Line{{Text: " " + loc.Text("output.copy"), Style: t.Strong}, {Text: " "}}
	add := func(word string, chosen bool) {
		switch {
		case chosen && all:
			line = append(line, text.Span{Text: "[" + word + "]", Style: t.Strong})
		case chosen:
			line = append(line, text.Span{Text: " <" + word + ">", Style: t.Strong})
		case all:
			line = append(line, text.Span{Text: " " + word + " ", Style: t.Text})
		}
	}
	for i, item := range l.items {
		if i == l.item {
			cursor = line.Width() + 1
		}
		add(loc.Text("output."+item.Key), i == l.item)
	}
	line = append(line, text.Span{Text: "  "})
	for i, format := range l.chosen().Formats {
		add(loc.Text("output.format."+format), i == l.format)
	}
	return line, cursor
}

// fileLine returns the chosen view and the name of the file.
func (l *Line) fileLine(w int) (line text.Line, cursor int) {
	loc, t := l.look.Localizer, l.look.Theme
	head := text.Line{{Text: " " + loc.Text("output.write"), Style: t.Strong}, {Text: " "}, {Text: "<" + loc.Text("output."+l.chosen().Key) + ">", Style: t.Strong}, {Text: " " + loc.Text("output.to") + " ", Style: t.Text}}
	shown, cell := l.name.Visible(max(w-head.Width(), 1))
	style := t.Text
	if l.name.Selected() {
		style = t.Selected
	}
	line = append(head, text.Span{Text: shown, Style: style})
	return l.addHints(append(line, text.Span{Text: " "}), w), head.Width() + cell
}

// question returns the question whether the file is to be replaced.
func (l *Line) question(w int) (line text.Line, cursor int) {
	loc, t := l.look.Localizer, l.look.Theme
	asked := loc.Text("output.exists")
	room := max(w-text.Width(asked)-text.Width(loc.Text("output.exists_keys"))-4, 8)
	line = text.Line{{Text: " " + text.Cut(l.exists, room) + " ", Style: t.Strong}, {Text: asked + " ", Style: t.Warning}, {Text: loc.Text("output.exists_keys"), Style: t.Text}}
	return line, min(line.Width(), max(w-1, 0))
}

// addHints appends the hints of keys that there is room for.
func (l *Line) addHints(line text.Line, w int) text.Line {
	t := l.look.Theme
	for _, k := range l.Keys() {
		first, _, _ := strings.Cut(k.Help().Key, " ")
		hint := text.Line{{Text: "  "}, {Text: first, Style: t.Strong}, {Text: " " + k.Help().Desc, Style: t.Footer}}
		if line.Width()+hint.Width() <= w {
			line = append(line, hint...)
		}
	}
	return line
}
