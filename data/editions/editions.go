// Package editions holds the texts of the embedded editions: that of the newest as its
// file is, those of the older ones packed, country by country.
//
//	DATE.json      an edition as it is reviewed, one file each
//	embedded.go    embeds the file of the newest
//	older.pack     the older ones; see [Text] for its form
//
// The program make, in the folder below, makes older.pack and embedded.go of the files,
// and the files of the pages that they are imported from.
package editions

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// older has a head of lines and an empty line, then a stream of package flate for each
// part of the editions. The first line of the head has the dates of the older editions, the
// newest first. Each other line has the name of a part, the bytes of its stream, and the
// place of the part in the newest edition, 0 0 for a country that is not there:
//
//	header 155 0 560         the members before the countries
//	albania 342 598 3258     the country with this slug
//	…
//	destinations 98 354725…  the members after the countries
//
// A stream has the part as it is in each edition, in the order of the dates, each text
// ended by textEnd: unchangedText for a text that is that of the edition after, nothing in
// an edition without the country. The part of the newest edition is its dictionary, so
// that a stream has little more than the differences.
//
//go:embed older.pack
var older string

// The marks in streams. None of them is a part of an edition.
var textEnd, unchangedText = []byte{0}, []byte("=")

// The names of the parts that are no countries.
const (
	headerPart       = "header"
	destinationsPart = "destinations"
)

// The lines between the parts of an edition, in the layout of package data's Format.
const (
	beforeCountries  = "  \"countries\": [\n    {\n"
	betweenCountries = "\n    },\n    {\n"
	afterCountries   = "\n    }\n  ],\n"
)

// Dates lists the dates of the editions, oldest first.
func Dates() []string {
	line, _, _ := strings.Cut(older, "\n")
	dates := strings.Fields(line)
	slices.Reverse(dates)
	return append(dates, Newest)
}

// Text returns the text of the edition of a date; "" for an unknown date.
func Text(date string) string {
	if date == Newest {
		return newest
	}
	u := newUnpacker()
	n := slices.Index(u.dates, date)
	if n < 0 {
		return ""
	}
	var b strings.Builder
	b.Grow(len(newest))
	separator := beforeCountries
	for u.next() {
		text := u.text(n)
		switch {
		case u.name == destinationsPart:
			b.WriteString(afterCountries)
		case u.name != headerPart && len(text) > 0:
			b.WriteString(separator)
			separator = betweenCountries
		}
		b.Write(text)
	}
	return b.String()
}

// CountryTexts returns the members of the country with a slug in each edition, in the
// order of [Dates]; "" in an edition without it. Equal texts of editions that follow each
// other are one string.
func CountryTexts(slug string) []string {
	u := newUnpacker()
	for u.next() {
		if u.name == slug && slug != headerPart && slug != destinationsPart {
			texts := []string{u.newest}
			for i, text := range u.texts() {
				if string(text) == texts[i] {
					texts = append(texts, texts[i])
				} else {
					texts = append(texts, string(text))
				}
			}
			slices.Reverse(texts)
			return texts
		}
	}
	return nil
}

// unpacker reads the parts of older one after another.
type unpacker struct {
	dates  []string
	head   string // the lines of the parts that follow
	rest   string // the streams of these parts
	name   string // of the part that was read last
	newest string // the part in the newest edition; "" for a country that is not there
	stream string
	reader flateReader
	buf    bytes.Buffer
}

// flateReader is a reader of package flate.
type flateReader interface {
	Read(p []byte) (int, error)
	flate.Resetter
}

func newUnpacker() *unpacker {
	head, rest, _ := strings.Cut(older, "\n\n")
	first, head, _ := strings.Cut(head, "\n")
	return &unpacker{dates: strings.Fields(first), head: head, rest: rest}
}

// next goes to the next part; false behind the last one.
func (u *unpacker) next() bool {
	line, head, _ := strings.Cut(u.head, "\n")
	name, line, ok := strings.Cut(line, " ")
	if !ok {
		return false
	}
	size, line := cutNumber(line)
	start, line := cutNumber(line)
	length, _ := cutNumber(line)
	u.name, u.head, u.newest = name, head, newest[start:start+length]
	u.stream, u.rest = u.rest[:size], u.rest[size:]
	return true
}

// cutNumber cuts the number at the beginning of a line off, and the blank after it.
func cutNumber(line string) (n int, rest string) {
	number, rest, _ := strings.Cut(line, " ")
	n, _ = strconv.Atoi(number) // ours
	return n, rest
}

// texts yields the texts of the part in the older editions, the newest first: one for
// each, as the tests hold. A text is valid until the next part is read.
func (u *unpacker) texts() iter.Seq2[int, []byte] {
	stream, dictionary := strings.NewReader(u.stream), []byte(u.newest)
	if u.reader == nil {
		u.reader = flate.NewReaderDict(stream, dictionary).(flateReader)
	} else {
		_ = u.reader.Reset(stream, dictionary) // has no error
	}
	u.buf.Reset()
	_, _ = u.buf.ReadFrom(u.reader)
	return func(yield func(int, []byte) bool) {
		text, rest := dictionary, u.buf.Bytes()
		for i := range u.dates {
			var next []byte
			if next, rest, _ = bytes.Cut(rest, textEnd); !bytes.Equal(next, unchangedText) {
				text = next
			}
			if !yield(i, text) {
				return
			}
		}
	}
}

// text returns the text of the part in the nth of the older editions.
func (u *unpacker) text(n int) []byte {
	for i, text := range u.texts() {
		if i == n {
			return text
		}
	}
	return nil
}
