package main

import (
	"bytes"
	"compress/flate"
	"fmt"
	"slices"
	"strings"
)

// parts is an edition taken apart as package editions has it.
type parts struct {
	header, destinations string
	slugs                []string
	countries            map[string]string // by slug
}

// splitEdition takes the text of an edition, which is in the layout of data.Format, apart.
func splitEdition(text string) (parts, error) {
	header, rest, ok := strings.Cut(text, "  \"countries\": [\n    {\n")
	body, destinations, closed := strings.Cut(rest, "\n    }\n  ],\n  \"destinations\": ")
	if !ok || !closed {
		return parts{}, fmt.Errorf("not in the layout of an edition")
	}
	p := parts{header: header, destinations: destinations, countries: map[string]string{}}
	for country := range strings.SplitSeq(body, "\n    },\n    {\n") {
		slug, iso2 := member(country, "slug"), member(country, "iso2")
		if slug == "" || iso2 == "" || p.countries[slug] != "" {
			return parts{}, fmt.Errorf("country %d has no slug and code of its own", len(p.slugs)+1)
		}
		p.slugs = append(p.slugs, slug)
		p.countries[slug] = country
	}
	return p, nil
}

// member returns the text of a member of a country.
func member(country, name string) string {
	_, text, _ := strings.Cut(country, fmt.Sprintf("      %q: \"", name))
	text, _, _ = strings.Cut(text, `"`)
	return text
}

// packEditions packs all editions but the newest, in the form that package editions
// describes.
func packEditions(texts map[string]string) ([]byte, error) {
	dates := sortedDates(texts)
	var all []parts
	var slugs []string // of all editions
	for _, date := range dates {
		p, err := splitEdition(texts[date])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", date, err)
		}
		all = append(all, p)
		if slugs, err = joinOrders(slugs, p.slugs); err != nil {
			return nil, fmt.Errorf("%s: %w", date, err)
		}
	}
	w := packWriter{newest: texts[dates[0]], editions: all}
	fmt.Fprintln(&w.head, strings.Join(dates[1:], " "))
	w.addPart("header", func(p parts) string { return p.header })
	for _, slug := range slugs {
		w.addPart(slug, func(p parts) string { return p.countries[slug] })
	}
	w.addPart("destinations", func(p parts) string { return p.destinations })
	fmt.Fprintln(&w.head)
	return append(w.head.Bytes(), w.streams.Bytes()...), nil
}

// packWriter writes the parts of editions.
type packWriter struct {
	newest        string
	editions      []parts // the newest first
	head, streams bytes.Buffer
}

// addPart adds a part, which textOf takes from an edition.
func (w *packWriter) addPart(name string, textOf func(parts) string) {
	var texts []string
	iso2, has := "-", uint64(0)
	for i, p := range w.editions {
		text := textOf(p)
		texts = append(texts, text)
		if p.countries[name] != "" {
			iso2 = member(text, "iso2")
		}
		if i > 0 && text != "" {
			has |= 1 << (i - 1)
		}
	}
	stream := packTexts(texts)
	w.streams.Write(stream)
	fmt.Fprintf(&w.head, "%s %s %x %d %d %d\n", name, iso2, has, len(stream), strings.Index(w.newest, texts[0]), len(texts[0]))
}

// joinOrders returns the slugs of both lists, in an order in which each list is in its own.
func joinOrders(a, b []string) ([]string, error) {
	joined, at := slices.Clone(a), 0
	for _, slug := range b {
		i := slices.Index(joined, slug)
		switch {
		case i < 0:
			joined = slices.Insert(joined, at, slug)
			at++
		case i < at:
			return nil, fmt.Errorf("%s stands before %s elsewhere", slug, joined[at-1])
		default:
			at = i + 1
		}
	}
	return joined, nil
}

// packTexts packs the texts of a part in all editions, the newest first, with that of the
// newest as a dictionary.
func packTexts(texts []string) []byte {
	var plain strings.Builder
	for i, text := range texts[1:] {
		if text != "" && text == texts[i] {
			text = "="
		}
		plain.WriteString(text + "\x00")
	}
	var b bytes.Buffer
	w, _ := flate.NewWriterDict(&b, flate.BestCompression, []byte(texts[0])) // knows the level
	_, _ = w.Write([]byte(plain.String()))                                   // into a buffer
	_ = w.Close()
	return b.Bytes()
}
