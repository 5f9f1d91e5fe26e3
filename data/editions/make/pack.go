package main

import (
	"bytes"
	"compress/flate"
	"fmt"
	"slices"
	"strings"
)

// parts is an edition taken apart as package editions joins it.
type parts struct {
	header, destinations string
	slugs                []string
	countries            map[string]string // by slug
}

// splitEdition takes the text of an edition apart.
func splitEdition(text string) (parts, error) {
	header, rest, ok := strings.Cut(text, "  \"countries\": [\n    {\n")
	body, destinations, closed := strings.Cut(rest, "\n    }\n  ],\n")
	if !ok || !closed {
		return parts{}, fmt.Errorf("not in the layout of an edition")
	}
	p := parts{header: header, destinations: destinations, countries: map[string]string{}}
	for country := range strings.SplitSeq(body, "\n    },\n    {\n") {
		slug, _, ok := strings.Cut(strings.TrimPrefix(country, `      "slug": "`), `"`)
		if !ok || p.countries[slug] != "" {
			return parts{}, fmt.Errorf("country %d has no slug of its own", len(p.slugs)+1)
		}
		p.slugs = append(p.slugs, slug)
		p.countries[slug] = country
	}
	return p, nil
}

// packEditions packs all editions but the newest, in the form that package editions
// describes.
func packEditions(texts map[string]string) ([]byte, error) {
	dates := sortedDates(texts)
	var editions []parts
	var slugs []string // of all editions
	for _, date := range dates {
		p, err := splitEdition(texts[date])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", date, err)
		}
		editions = append(editions, p)
		if slugs, err = joinOrders(slugs, p.slugs); err != nil {
			return nil, fmt.Errorf("%s: %w", date, err)
		}
	}
	var head, streams bytes.Buffer
	fmt.Fprintln(&head, strings.Join(dates[1:], " "))
	add := func(name string, text func(parts) string) {
		var list []string
		for _, p := range editions {
			list = append(list, text(p))
		}
		stream, start := packTexts(list), strings.Index(texts[dates[0]], list[0])
		fmt.Fprintln(&head, name, len(stream), start, len(list[0]))
		streams.Write(stream)
	}
	add("header", func(p parts) string { return p.header })
	for _, slug := range slugs {
		add(slug, func(p parts) string { return p.countries[slug] })
	}
	add("destinations", func(p parts) string { return p.destinations })
	fmt.Fprintln(&head)
	return append(head.Bytes(), streams.Bytes()...), nil
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
