package main

import (
	"strings"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui"
)

// film is a scene in one language on one terminal.
type film struct {
	scene  scene
	lang   model.Lang
	frames []frame
}

// frame is a screen that stays for some time.
type frame struct {
	shapes   []shape
	caption  string
	duration int // in tenths of a second
}

// shape is something drawn in cells of the screen.
type shape struct {
	layer       layer
	x, y, cells int
	fill        string // as #rrggbb
	bold        bool
	text        string // of the layer of texts
}

// layer orders shapes: those of a higher one cover those of a lower one.
type layer uint8

const (
	backgrounds layer = iota
	texts
	cursors
	layers
)

// filmScene returns the film of a scene.
func filmScene(s scene, lang model.Lang, t terminal) (film, error) {
	f := film{scene: s, lang: lang}
	err := playScene(s, lang, t, func(term *vt.Emulator, cursor *tea.Cursor) {
		step := s.steps[len(f.frames)]
		shapes := append(shapesOf(term, t), cursorShape(cursor, t)...)
		f.frames = append(f.frames, frame{shapes, step.caption[lang], step.duration})
	})
	return f, err
}

// playScene runs the browser with the keys of a scene, and calls show with the screen and the
// cursor after each step.
func playScene(s scene, lang model.Lang, t terminal, show func(*vt.Emulator, *tea.Cursor)) error {
	app := tui.New(tui.Config{
		StartOptions: commandline.StartOptions{Library: library.Embedded(), Lang: lang, Theme: t.theme},
		Localizers:   say.Localizers(), Color: true,
		Now: func() time.Time { return time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC) },
	})
	app.Update(tea.WindowSizeMsg{Width: s.width, Height: s.height})
	for _, step := range s.steps {
		for _, k := range keysOf(step.keys[lang]) {
			app.Update(k)
		}
		term := vt.NewEmulator(s.width, s.height)
		view := app.View()
		if _, err := term.WriteString(strings.ReplaceAll(view.Content, "\n", "\r\n")); err != nil {
			return err
		}
		show(term, view.Cursor)
	}
	return nil
}

// keysOf returns the messages of keys, separated by blanks.
func keysOf(names string) []tea.KeyPressMsg {
	codes := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "left": tea.KeyLeft, "right": tea.KeyRight}
	var keys []tea.KeyPressMsg
	for name := range strings.FieldsSeq(names) {
		if code, ok := codes[name]; ok {
			keys = append(keys, tea.KeyPressMsg{Code: code})
			continue
		}
		if name == "space" {
			name = " "
		}
		for _, r := range name {
			keys = append(keys, tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return keys
}

// cursorShape returns the shape of a cursor, if there is one.
func cursorShape(c *tea.Cursor, t terminal) []shape {
	if c == nil {
		return nil
	}
	return []shape{{layer: cursors, x: c.X, y: c.Y, cells: 1, fill: t.foreground}}
}

// shapesOf returns the shapes of a screen: runs of cells in the same style.
func shapesOf(term *vt.Emulator, t terminal) []shape {
	var shapes []shape
	for y := range term.Height() {
		for x := 0; x < term.Width(); {
			first := term.CellAt(x, y)
			start, content := x, ""
			for x < term.Width() {
				c := term.CellAt(x, y)
				if c == nil || !c.Style.Equal(&first.Style) {
					break
				}
				content += c.Content
				x += max(c.Width, 1)
			}
			if x == start { // the emulator has no cell there
				x++
				continue
			}
			shapes = append(shapes, runShapes(shape{x: start, y: y, cells: x - start, text: content}, first.Style, t)...)
		}
	}
	return shapes
}

// runShapes returns the shapes of a run of cells: its background and its texts.
func runShapes(run shape, style uv.Style, t terminal) []shape {
	fg, bg := hexColour(style.Fg, t.foreground), hexColour(style.Bg, "")
	if style.Attrs&uv.AttrReverse != 0 {
		fg, bg = hexColour(style.Bg, t.background), fg
	}
	var shapes []shape
	if bg != "" && bg != t.background {
		shapes = append(shapes, shape{layer: backgrounds, x: run.x, y: run.y, cells: run.cells, fill: bg})
	}
	before := 0
	for _, s := range splitText(run.text) {
		cells := text.Width(s)
		if s = strings.TrimRight(s, " "); s != "" {
			shapes = append(shapes, shape{texts, run.x + before, run.y, text.Width(s), fg, style.Attrs&uv.AttrBold != 0, s})
		}
		before += cells
	}
	return shapes
}

// splitText splits text where fonts have different widths: before and behind characters that
// take two cells, before and behind marks, and behind more than one blank. Of such parts a
// viewer can stretch each to its cells. The parts together are the text.
func splitText(s string) []string {
	var parts []string
	begin, last := 0, blank
	for i, r := range s {
		kind := kindOf(r)
		oneBlank := last == blank && kind == letter && i-begin > 1 && s[i-2] != ' '
		joined := i == 0 || last == kind || last == letter && kind == blank || oneBlank
		if !joined {
			parts = append(parts, s[begin:i])
			begin = i
		}
		last = kind
	}
	return append(parts, s[begin:])
}

// fontKind is a kind of characters that come from the same font.
type fontKind uint8

const (
	blank fontKind = iota
	letter
	wide
	mark
)

func kindOf(r rune) fontKind {
	switch {
	case r == ' ':
		return blank
	case text.Width(string(r)) > 1:
		return wide
	case r < unicode.MaxASCII || unicode.IsLetter(r):
		return letter
	}
	return mark
}
