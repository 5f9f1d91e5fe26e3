package pages

import (
	"cmp"
	"strings"
	"time"
)

// FrontMatter holds the members of a page's front matter that are needed.
type FrontMatter struct {
	Locale     string   // ms.contentlocale or locale, as "zh-TW"; empty for the English original in a repository
	Date       string   // YYYY-MM-DD: handed to the translators, else last changed; empty without any
	Title      string   // without the name of the site
	Canonical  string   // the page's own address, which Microsoft Learn gives
	SourceHash string   // ms.openlocfilehash: equal in all translations of one English text
	AppliesTo  []string // products
}

// readFrontMatter reads the front matter at the top of lines and returns how
// many lines it takes; 0 when there is none, which is no error. It understands
// the simple form that the documentation's tools write: one member or list item
// per line.
func readFrontMatter(file string, lines []string) (f FrontMatter, n int, err error) {
	if len(lines) == 0 || strings.TrimSpace(lines[0]) != "---" {
		return f, 0, nil
	}
	var handoff, changed, updated, list string
	for i, line := range lines[1:] {
		line = strings.TrimRight(line, " \t")
		if line == "---" || line == "..." {
			f.Date = cmp.Or(isoDate(handoff), isoDate(changed), isoDate(updated))
			return f, i + 2, nil
		}
		if item, ok := strings.CutPrefix(strings.TrimLeft(line, " "), "- "); ok {
			if list == "appliesto" && len(f.AppliesTo) < 10 {
				f.AppliesTo = append(f.AppliesTo, unquote(item))
			}
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		list = strings.ToLower(strings.TrimSpace(name))
		switch value = unquote(value); list {
		case "ms.contentlocale":
			f.Locale = value
		case "locale":
			f.Locale = cmp.Or(f.Locale, value)
		case "title":
			f.Title = cutTitle(value)
		case "canonicalurl":
			f.Canonical = value
		case "ms.lasthandoff":
			handoff = value
		case "ms.date":
			changed = value
		case "updated_at":
			updated = value
		case "ms.openlocfilehash":
			f.SourceHash = value
		}
	}
	return f, 0, &SyntaxError{file, len(lines), OpenFront}
}

// cutTitle returns the title of a page without the name of Microsoft's site behind it.
func cutTitle(s string) string {
	return strings.TrimSpace(strings.TrimSuffix(CollapseSpaces(strings.TrimSpace(s)), "| Microsoft Learn"))
}

// unquote returns a value without spaces and quotes around it.
func unquote(s string) string {
	return strings.Trim(CollapseSpaces(strings.TrimSpace(s)), `"'`)
}

// isoDate converts a date like 03/23/2021, or a time that begins with 2021-03-23, to
// 2021-03-23; "" for any other text.
func isoDate(s string) string {
	if day := s[:min(len(s), len(time.DateOnly))]; len(s) > len(day) && (s[len(day)] == 'T' || s[len(day)] == ' ') {
		s = day
	}
	for _, layout := range []string{"01/02/2006", "1/2/2006", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 2010 && t.Year() < 2100 {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
