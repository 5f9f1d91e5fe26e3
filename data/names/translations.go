package names

import (
	_ "embed" // the table
	"strconv"
	"strings"

	"voxatlas/model"
)

// translationLines has the shown names in languages other than those of the table, a
// line each, sorted by code and language: the code, the language, the rank and the
// name, as "DE fr 4 Allemagne".
//
//go:embed translations.txt
var translationLines string

// Translate returns the name in lang, or in the nearest language without one of
// lang's last parts: de for de-AT. It makes r the [model.Translator] of its names.
func (r *row) Translate(lang model.Lang) (string, bool) {
	name, _, ok := translation(r.iso2, lang)
	return name, ok
}

// translation returns the name of a territory in lang, and its rank.
func translation(iso2 string, lang model.Lang) (name string, rank int, ok bool) {
	for tag := string(lang); tag != ""; tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)] {
		if rest, ok := findLine(translationLines, iso2+" "+tag+" "); ok {
			pos, name, _ := strings.Cut(rest, " ")
			rank, _ := strconv.Atoi(pos)
			return name, rank, true
		}
	}
	return "", 0, false
}

// findLine finds the line that begins with prefix, among sorted lines, and returns
// the rest of it. A prefix ends in a blank, which sorts before every other character
// of the lines.
func findLine(lines, prefix string) (rest string, ok bool) {
	for low, high := 0, len(lines); low < high; {
		middle := low + (high-low)/2
		start := low + strings.LastIndexByte(lines[low:middle], '\n') + 1
		end := start + strings.IndexByte(lines[start:], '\n')
		switch line := lines[start:end]; {
		case strings.HasPrefix(line, prefix):
			return line[len(prefix):], true
		case line < prefix:
			low = end + 1
		default:
			high = start
		}
	}
	return "", false
}
