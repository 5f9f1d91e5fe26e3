package main

import (
	"bytes"
	"fmt"
	"html"
	"image/color"
	"slices"
	"strings"
	"unicode/utf8"
)

// The sizes of a cell and of the space around the screen, in pixels.
const (
	cellWidth     = 8
	cellHeight    = 18
	baseline      = 13 // of a text, below the top of its cell
	pictureMargin = 12
	captionHeight = 30
)

// fonts has monospaced fonts of every system, and those for Chinese behind.
const fonts = `ui-monospace,'Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK TC','PingFang TC','Microsoft JhengHei',monospace`

// drawFilm returns a film as an SVG document. Shapes are drawn once, however many frames
// have them; those of the same frames are a group, which an animation shows and hides.
// Without the animation the last frame is shown.
func drawFilm(f film, t terminal) []byte {
	var b bytes.Buffer
	w, h := f.scene.width*cellWidth+2*pictureMargin, f.scene.height*cellHeight+2*pictureMargin
	animated := len(f.frames) > 1
	if animated {
		h += captionHeight
	}
	title := html.EscapeString(f.scene.title[f.lang])
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-labelledby="t d" xml:lang="%s" lang="%[5]s">`+"\n", w, h, w, h, f.lang)
	fmt.Fprintf(&b, "<title id=\"t\">%s</title>\n<desc id=\"d\">%s</desc>\n", title, html.EscapeString(descriptions[f.lang]))
	groups := groupShapes(f)
	drawStyle(&b, f, groups)
	fmt.Fprintf(&b, `<rect x=".5" y=".5" width="%d" height="%d" rx="6" fill="%s" stroke="%s"/>`+"\n", w-1, h-1, t.background, t.border)
	for l := range layers {
		for i, g := range groups {
			drawGroup(&b, g, l, i, len(f.frames))
		}
	}
	if animated {
		drawCaptions(&b, f, t, groups)
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// descriptions has the description that all pictures share.
var descriptions = wording{
	"en":    "Drawn by the program itself, from Microsoft's documentation of 2023-01-26.",
	"zh-TW": "由程式本身畫成，資料取自 Microsoft 2023-01-26 的文件。",
}

// frameSet is a set of frames, a bit each.
type frameSet uint64

func (s frameSet) has(i int) bool { return s>>i&1 != 0 }

// group is the shapes that the same frames have.
type group struct {
	frames frameSet
	shapes []shape
}

// groupShapes returns the shapes of a film, each once, and the frames of each caption, as
// groups in the order in which they appear.
func groupShapes(f film) []group {
	frames := map[shape]frameSet{}
	var order []shape
	for i, fr := range f.frames {
		for _, s := range fr.shapes {
			if frames[s] == 0 {
				order = append(order, s)
			}
			frames[s] |= 1 << i
		}
	}
	var groups []group
	index := map[frameSet]int{}
	add := func(set frameSet, shapes ...shape) {
		i, ok := index[set]
		if !ok {
			i = len(groups)
			index[set] = i
			groups = append(groups, group{frames: set})
		}
		groups[i].shapes = append(groups[i].shapes, shapes...)
	}
	for _, s := range order {
		add(frames[s], s)
	}
	for _, set := range captionFrames(f) {
		add(set.frames)
	}
	return groups
}

// captionSet is a caption and successive frames that have it.
type captionSet struct {
	caption string
	frames  frameSet
}

func captionFrames(f film) []captionSet {
	var sets []captionSet
	for i, fr := range f.frames {
		if len(sets) == 0 || sets[len(sets)-1].caption != fr.caption {
			sets = append(sets, captionSet{caption: fr.caption})
		}
		sets[len(sets)-1].frames |= 1 << i
	}
	return sets
}

// drawStyle writes the fonts, and the animation of each group that not all frames have.
func drawStyle(b *bytes.Buffer, f film, groups []group) {
	fmt.Fprintf(b, "<style>svg{font:14px %s}.b{font-weight:700}.w{font-size:16px}\n", fonts)
	for i, g := range groups {
		if g.frames != allFrames(len(f.frames)) {
			drawAnimation(b, f, g.frames, i)
		}
	}
	b.WriteString("@media(prefers-reduced-motion:reduce){g{animation:none!important}}</style>\n")
}

// drawAnimation writes the class of the shapes that only some frames have. Where nothing is
// animated, they are visible if the last frame has them.
func drawAnimation(b *bytes.Buffer, f film, frames frameSet, class int) {
	total := 0
	for _, fr := range f.frames {
		total += fr.duration
	}
	hidden := ""
	if !frames.has(len(f.frames) - 1) {
		hidden = "visibility:hidden;"
	}
	fmt.Fprintf(b, ".f%d{%sanimation:f%[1]d %[3]gs step-end infinite}@keyframes f%[1]d{", class, hidden, float64(total)/10)
	before := 0
	for i, fr := range f.frames {
		if i == 0 || frames.has(i) != frames.has(i-1) {
			state := "hidden"
			if frames.has(i) {
				state = "visible"
			}
			fmt.Fprintf(b, "%.4g%%{visibility:%s}", 100*float64(before)/float64(total), state)
		}
		before += fr.duration
	}
	b.WriteString("}\n")
}

// allFrames returns the set of the first n frames.
func allFrames(n int) frameSet { return 1<<n - 1 }

// drawGroup writes the shapes of a group in one layer, those of one colour together.
func drawGroup(b *bytes.Buffer, g group, l layer, class, frames int) {
	var shapes []shape
	for _, s := range g.shapes {
		if s.layer == l {
			shapes = append(shapes, s)
		}
	}
	if len(shapes) == 0 {
		return
	}
	b.WriteString(openGroup(g, class, frames))
	slices.SortStableFunc(shapes, func(p, q shape) int { return strings.Compare(p.paint(), q.paint()) })
	for i, s := range shapes {
		if i == 0 || s.paint() != shapes[i-1].paint() {
			if i > 0 {
				b.WriteString("</g>\n")
			}
			fmt.Fprintf(b, "<g %s>\n", s.paint())
		}
		drawShape(b, s)
	}
	b.WriteString("</g>\n</g>\n")
}

// openGroup returns the beginning of a group's element.
func openGroup(g group, class, frames int) string {
	if g.frames == allFrames(frames) {
		return "<g>"
	}
	return fmt.Sprintf(`<g class="f%d">`, class)
}

// paint returns the attributes that a shape shares with others. The fonts' wide characters
// are as wide as their size is: with that of two cells, they fill these.
func (s shape) paint() string {
	var classes []string
	if s.bold {
		classes = append(classes, "b")
	}
	if r, _ := utf8.DecodeRuneInString(s.text); kindOf(r) == wide {
		classes = append(classes, "w")
	}
	if classes == nil {
		return fmt.Sprintf(`fill="%s"`, s.fill)
	}
	return fmt.Sprintf(`fill="%s" class="%s"`, s.fill, strings.Join(classes, " "))
}

// drawShape writes a shape. Texts have the length of their cells in any font.
func drawShape(b *bytes.Buffer, s shape) {
	x, y := pictureMargin+s.x*cellWidth, pictureMargin+s.y*cellHeight
	switch {
	case s.layer == cursors:
		fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" opacity=".6"/>`+"\n", x, y, s.cells*cellWidth, cellHeight)
	case s.layer == backgrounds:
		fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d"/>`+"\n", x, y, s.cells*cellWidth, cellHeight)
	case len([]rune(s.text)) == 1:
		fmt.Fprintf(b, `<text x="%d" y="%d">%s</text>`+"\n", x, y+baseline, html.EscapeString(s.text))
	default:
		fmt.Fprintf(b, `<text x="%d" y="%d" textLength="%d">%s</text>`+"\n", x, y+baseline, s.cells*cellWidth, html.EscapeString(s.text))
	}
}

// drawCaptions writes the keys of each frame below the screen.
func drawCaptions(b *bytes.Buffer, f film, t terminal, groups []group) {
	top := pictureMargin + f.scene.height*cellHeight + 6
	fmt.Fprintf(b, `<path d="M0 %dh%d" stroke="%s"/>`+"\n", top, f.scene.width*cellWidth+2*pictureMargin, t.border)
	for _, set := range captionFrames(f) {
		if set.caption == "" {
			continue
		}
		class := slices.IndexFunc(groups, func(g group) bool { return g.frames == set.frames })
		fmt.Fprintf(b, `%s<text x="50%%" y="%d" text-anchor="middle" fill="%s" class="b">%s</text></g>`+"\n",
			openGroup(groups[class], class, len(f.frames)), top+24, t.foreground, html.EscapeString(set.caption))
	}
}

// hexColour returns c as #rrggbb, or otherwise if c is nil.
func hexColour(c color.Color, otherwise string) string {
	if c == nil {
		return otherwise
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
