package main

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/vt"

	"voxatlas/model"
	"voxatlas/ui/text"
)

// maxSize is the size that no picture may exceed, in bytes.
const maxSize = 300_000

// element is an element of a picture.
type element struct {
	XMLName  xml.Name
	Class    string    `xml:"class,attr"`
	X        string    `xml:"x,attr"`
	Y        string    `xml:"y,attr"`
	Text     string    `xml:",chardata"`
	Children []element `xml:",any"`
}

// drawnScene is a picture as a viewer reads it.
type drawnScene struct {
	root       element
	stillClass map[string]bool          // whether elements of a class are visible without the animation
	changes    map[string][]classChange // how the animation changes that
}

type classChange struct {
	percent float64
	visible bool
}

var (
	animatedClass = regexp.MustCompile(`\.(f\d+)\{(visibility:hidden;)?animation:f\d+ [\d.]+s step-end infinite\}@keyframes f\d+\{(.*)\}`)
	keyframe      = regexp.MustCompile(`([\d.]+)%\{visibility:(\w+)\}`)
)

func parseScene(t *testing.T, svg []byte) drawnScene {
	t.Helper()
	d := drawnScene{stillClass: map[string]bool{}, changes: map[string][]classChange{}}
	if err := xml.Unmarshal(svg, &d.root); err != nil {
		t.Fatal(err)
	}
	for _, m := range animatedClass.FindAllStringSubmatch(string(svg), -1) {
		d.stillClass[m[1]] = m[2] == ""
		for _, k := range keyframe.FindAllStringSubmatch(m[3], -1) {
			p, err := strconv.ParseFloat(k[1], 64)
			if err != nil {
				t.Fatal(err)
			}
			d.changes[m[1]] = append(d.changes[m[1]], classChange{p, k[2] == "visible"})
		}
	}
	return d
}

// visibleAt returns the classes that are visible at a moment, in percent of the animation.
func (d drawnScene) visibleAt(percent float64) map[string]bool {
	visible := map[string]bool{}
	for class, changes := range d.changes {
		for _, c := range changes {
			if c.percent <= percent {
				visible[class] = c.visible
			}
		}
	}
	return visible
}

// screen returns the lines of texts that are visible, if those classes are.
func (d drawnScene) screen(t *testing.T, s scene, visible map[string]bool) string {
	t.Helper()
	rows := make([][]string, s.height)
	for y := range rows {
		rows[y] = make([]string, s.width)
	}
	var draw func(e element)
	draw = func(e element) {
		if _, animated := d.changes[e.Class]; animated && !visible[e.Class] {
			return
		}
		for _, c := range e.Children {
			draw(c)
		}
		if e.XMLName.Local != "text" || strings.HasSuffix(e.X, "%") { // a caption
			return
		}
		x, errX := strconv.Atoi(e.X)
		y, errY := strconv.Atoi(e.Y)
		if errX != nil || errY != nil {
			t.Fatalf("%q stands at %s, %s", e.Text, e.X, e.Y)
		}
		row, column := rows[(y-baseline-pictureMargin)/cellHeight], (x-pictureMargin)/cellWidth
		for _, r := range e.Text {
			if row[column] != "" {
				t.Errorf("%q covers %q", e.Text, row[column])
			}
			row[column] = string(r)
			column += text.Width(string(r))
		}
	}
	draw(d.root)
	return joinCells(rows)
}

// joinCells returns the cells that have a text as lines, each with its column.
func joinCells(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		for x, cell := range row {
			if strings.TrimSpace(cell) != "" {
				fmt.Fprintf(&b, "%d%s ", x, cell)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// cellsOf returns the same of the screen of a terminal.
func cellsOf(term *vt.Emulator) string {
	rows := make([][]string, term.Height())
	for y := range rows {
		rows[y] = make([]string, term.Width())
		for x := range rows[y] {
			if c := term.CellAt(x, y); c != nil {
				rows[y][x] = c.Content
			}
		}
	}
	return joinCells(rows)
}

// TestPictures compares every frame of every picture, as a viewer reads it, with the screen of
// the browser. Without an animation the last frame is shown.
func TestPictures(t *testing.T) {
	for _, s := range scenes() {
		for _, lang := range languages() {
			for _, term := range terminals() {
				t.Run(fmt.Sprintf("%s/%s/%s", s.name, lang, term.theme), func(t *testing.T) {
					testPicture(t, s, lang, term)
				})
			}
		}
	}
}

func testPicture(t *testing.T, s scene, lang model.Lang, term terminal) {
	svg, err := drawScene(s, lang, term)
	if err != nil {
		t.Fatal(err)
	}
	if len(svg) > maxSize {
		t.Errorf("%d bytes", len(svg))
	}
	d := parseScene(t, svg)
	for i, name := range []string{"title", "desc"} {
		if e := d.root.Children[i]; e.XMLName.Local != name || e.Text == "" {
			t.Errorf("no %s", name)
		}
	}
	total, before, last := 0, 0, ""
	for _, step := range s.steps {
		total += step.duration
	}
	i := 0
	err = playScene(s, lang, term, func(screen *vt.Emulator, _ *tea.Cursor) {
		step := s.steps[i]
		want := cellsOf(screen)
		middle := 100 * (float64(before) + float64(step.duration)/2) / float64(total)
		if got := d.screen(t, s, d.visibleAt(middle)); got != want {
			t.Errorf("frame %d:\n%s\nwant\n%s", i, got, want)
		}
		before, last = before+step.duration, want
		i++
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := d.screen(t, s, d.stillClass); got != last {
		t.Errorf("without the animation:\n%s\nwant\n%s", got, last)
	}
}
