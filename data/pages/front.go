package pages

import (
	"strings"
	"time"
)

// Front is what the front matter of a page says about it.
type Front struct {
	Locale     string   // ms.contentlocale, as "zh-TW"; empty for the English original
	Date       string   // YYYY-MM-DD: handed to the translators, else last changed; empty when neither is said
	SourceHash string   // ms.openlocfilehash: equal in all translations of one English text
	AppliesTo  []string // products
}

// front reads the front matter at the top of b and says how many lines it has;
// none is no fault. Only the few members that are needed are read, in the
// simple form that the documentation's tools write.
func front(file string, lines []string) (f Front, n int, err error) {
	if len(lines) == 0 || strings.TrimSpace(lines[0]) != "---" {
		return f, 0, nil
	}
	var handoff, changed, list string
	for i, line := range lines[1:] {
		line = strings.TrimRight(line, " \t")
		if line == "---" || line == "..." {
			f.Date = date(handoff)
			if f.Date == "" {
				f.Date = date(changed)
			}
			return f, i + 2, nil
		}
		if item, ok := strings.CutPrefix(strings.TrimLeft(line, " "), "- "); ok {
			if list == "appliesto" && len(f.AppliesTo) < 10 {
				f.AppliesTo = append(f.AppliesTo, scalar(item))
			}
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		list = strings.ToLower(strings.TrimSpace(name))
		switch value = scalar(value); list {
		case "ms.contentlocale":
			f.Locale = value
		case "ms.lasthandoff":
			handoff = value
		case "ms.date":
			changed = value
		case "ms.openlocfilehash":
			f.SourceHash = value
		}
	}
	return f, 0, &SyntaxError{file, len(lines), OpenFront}
}

// scalar is a value without its quotes.
func scalar(s string) string {
	return strings.Trim(CollapseSpaces(strings.TrimSpace(s)), `"'`)
}

// date is a date of the front matter (03/23/2021) as it is written everywhere.
func date(s string) string {
	for _, layout := range []string{"01/02/2006", "1/2/2006", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 2010 && t.Year() < 2100 {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
