// Picture draws a screen of the browser as an SVG file, for the README:
//
//	go run ./ui/tui/picture -o assets/screen.svg -keys '台 enter j j j'
//
// It runs the browser on a terminal emulator, sends it the keys, and draws every
// cell where the emulator has it, as a terminal would show it.
package main

import (
	"flag"
	"fmt"
	"html"
	"image/color"
	"os"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui"
)

func main() {
	out := flag.String("o", "assets/screen.svg", "file to write")
	keys := flag.String("keys", "", "keys to press, separated by blanks: enter, esc, tab, space, F2 or text")
	lang := flag.String("lang", "zh-TW", "language")
	width := flag.Int("width", 120, "columns")
	height := flag.Int("height", 40, "rows")
	flag.Parse()
	if err := drawPicture(*out, *keys, model.Lang(*lang), *width, *height); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

// drawPicture runs the browser with the keys and writes the picture to the file out.
func drawPicture(out, keys string, lang model.Lang, w, h int) error {
	localizers := say.Localizers()
	app := tui.New(tui.Config{Library: library.Embedded(), Localizers: localizers, Lang: lang, Color: true})
	app.Update(tea.WindowSizeMsg{Width: w, Height: h})
	if begin, ok := app.Init()().(tea.BatchMsg); ok {
		for _, cmd := range begin {
			app.Update(cmd())
		}
	}
	for _, k := range strings.Fields(keys) {
		app.Update(keyMsg(k))
	}
	term := vt.NewEmulator(w, h)
	view := app.View()
	if _, err := term.WriteString(strings.ReplaceAll(view.Content, "\n", "\r\n")); err != nil {
		return err
	}
	return os.WriteFile(out, drawScreen(term, view.Cursor), 0o644)
}

// keyMsg returns the message of a key by its name, or of its first rune.
func keyMsg(name string) tea.KeyPressMsg {
	codes := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "F1": tea.KeyF1, "F2": tea.KeyF2}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if name == "space" {
		name = " "
	}
	r, _ := utf8.DecodeRuneInString(name)
	return tea.KeyPressMsg{Code: r, Text: name}
}

// The size of a cell, in pixels, and the colours of the terminal.
const (
	cellWidth     = 8.4
	cellHeight    = 18
	pictureMargin = 12
	background    = "#16181d"
	foreground    = "#d7dae0"
)

// drawScreen returns the screen of term as an SVG document.
func drawScreen(term *vt.Emulator, cursor *tea.Cursor) []byte {
	var b strings.Builder
	w, h := float64(term.Width())*cellWidth+2*pictureMargin, float64(term.Height())*cellHeight+2*pictureMargin
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" font-family="'Noto Sans Mono CJK TC','Sarasa Mono TC','Noto Sans Mono','DejaVu Sans Mono',monospace" font-size="14">`+"\n", w, h, w, h)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="6" fill="%s"/>`+"\n", background)
	for y := range term.Height() {
		drawRow(&b, term, y)
	}
	if cursor != nil {
		fmt.Fprintf(&b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s" opacity="0.7"/>`+"\n", pictureMargin+float64(cursor.X)*cellWidth, pictureMargin+cursor.Y*cellHeight, cellWidth, cellHeight, foreground)
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// drawRow draws runs of cells in the same style, backgrounds below the text.
func drawRow(b *strings.Builder, term *vt.Emulator, y int) {
	for x := 0; x < term.Width(); {
		first := term.CellAt(x, y)
		start, content := x, ""
		for x < term.Width() {
			c := term.CellAt(x, y)
			if c == nil || !c.Style.Equal(&first.Style) || content != "" && isWide(c) != isWide(first) {
				break
			}
			content += c.Content
			x += max(c.Width, 1)
		}
		if x == start { // the emulator has no cell there
			x++
			continue
		}
		drawSpan(b, first.Style, content, start, x-start, y)
	}
}

// isWide reports whether c takes two columns.
func isWide(c *uv.Cell) bool { return c.Width > 1 }

// drawSpan draws text of one style, cells wide, at column x of row y.
func drawSpan(b *strings.Builder, style uv.Style, content string, x, cells, y int) {
	fg, bg := hexColour(style.Fg, foreground), hexColour(style.Bg, "")
	if style.Attrs&uv.AttrReverse != 0 {
		fg, bg = background, fg
	}
	left, width := pictureMargin+float64(x)*cellWidth, float64(cells)*cellWidth
	if bg != "" {
		fmt.Fprintf(b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", left, pictureMargin+y*cellHeight, width, cellHeight, bg)
	}
	weight := ""
	if style.Attrs&uv.AttrBold != 0 {
		weight = ` font-weight="bold"`
	}
	for word := range strings.FieldsSeq(content) { // words, since viewers collapse blanks
		before, rest, _ := strings.Cut(content, word)
		left += float64(text.Width(before)) * cellWidth
		width := float64(text.Width(word)) * cellWidth
		fmt.Fprintf(b, `<text x="%.1f" y="%d" textLength="%.1f" lengthAdjust="spacingAndGlyphs" fill="%s"%s>%s</text>`+"\n", left, pictureMargin+y*cellHeight+13, width, fg, weight, html.EscapeString(word))
		left += width
		content = rest
	}
}

// basicColours are the 16 colours of the terminal in the picture, as many
// terminals have them on a dark background.
var basicColours = [16]string{
	"#2e3436", "#e05561", "#6cc04a", "#e0b354", "#5a9ee8", "#c678dd", "#46bfcf", "#d7dae0",
	"#7f848e", "#ff7a85", "#8fdf6f", "#ffd479", "#7fb8ff", "#dd9bf0", "#6fdcea", "#ffffff",
}

// hexColour returns c as #rrggbb, or otherwise if c is nil.
func hexColour(c color.Color, otherwise string) string {
	if c == nil {
		return otherwise
	}
	if b, ok := c.(ansi.BasicColor); ok && int(b) < len(basicColours) {
		return basicColours[b]
	}
	r, g, bl, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, bl>>8)
}
