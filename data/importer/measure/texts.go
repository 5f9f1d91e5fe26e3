package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"voxatlas/data/importer"
	"voxatlas/data/pages"
)

// distinctTexts counts texts, and has a page with each.
type distinctTexts map[string]struct {
	count int
	page  string
}

// addText counts a text of a page.
func (d distinctTexts) addText(text, file string) {
	t := d[text]
	t.count++
	t.page = importer.SlugOf(file)
	d[text] = t
}

// addCells adds the texts of cells with their rows and readings.
func (d distinctTexts) addCells(readings []importer.Reading) {
	for _, r := range readings {
		d.addText(fmt.Sprintf("%s\t%s\t%s\t%q", r.Row, r.State, r.Confidence, r.Text), r.File)
	}
}

// addNotes adds the sections and the texts outside of tables.
func (d distinctTexts) addNotes(list []*pages.Page) {
	for _, p := range list {
		for _, s := range p.Sections {
			anchor := strings.Replace(s.Anchor, importer.SlugOf(p.File), "SLUG", 1)
			d.addText(fmt.Sprintf("section\t%s", anchor), p.File)
			for _, n := range s.Paragraphs {
				d.addText(fmt.Sprintf("note\t%s\t%q %v", anchor, n.TextContent(), n.Links()), p.File)
			}
			for _, t := range s.Tables {
				for _, r := range t.Rows {
					if len(r.Cells) > 0 {
						d.addText(fmt.Sprintf("label\t%s\t%q", anchor, r.Cells[0].TextContent()), p.File)
					}
				}
			}
		}
	}
}

// printTexts prints the texts, sorted.
func (d distinctTexts) printTexts() {
	for _, text := range slices.Sorted(maps.Keys(d)) {
		fmt.Printf("%5d\t%s\t%s\n", d[text].count, text, d[text].page)
	}
}
