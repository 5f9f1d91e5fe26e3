package xlsx

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// A date is a number: days since the last day of 1899, shown as a date by the cell's
// format.

// readFormats reads which cell formats show dates.
func (b *Book) readFormats() error {
	if b.styles == "" || b.archive.parts[partKey(b.styles)] == nil {
		return nil
	}
	p, err := b.archive.open(b.styles)
	if err != nil {
		return err
	}
	codes := map[string]bool{} // whether a format of the workbook's own is one of dates
	inCells := false
	return p.each(func(t token) error {
		if len(codes)+len(b.dates) > b.archive.limits.entries {
			return p.fault(TooManyCells, "formats")
		}
		switch string(t.name) {
		case "numFmt":
			codes[t.value("numFmtId")] = isDateFormat(t.value("formatCode"))
		case "cellXfs":
			inCells = true
		case "cellStyles":
			inCells = false
		case "xf":
			if id := t.value("numFmtId"); inCells {
				own, found := codes[id]
				b.dates = append(b.dates, found && own || !found && isBuiltInDate(id))
			}
		}
		return nil
	}, "numFmt", "cellXfs", "cellStyles", "xf")
}

// isBuiltInDate reports whether a format that no workbook spells out shows dates or
// times of day (ECMA-376, 18.8.30, with those of Chinese, Japanese and Korean).
func isBuiltInDate(id string) bool {
	n, err := strconv.Atoi(id)
	return err == nil && (14 <= n && n <= 22 || 27 <= n && n <= 36 || n == 45 || n == 47 || 50 <= n && n <= 58)
}

// isDateFormat reports whether a number format shows dates or times of day: it has a
// y, m, d, h or s that is not quoted. One of elapsed time, as [h]:mm, shows none.
func isDateFormat(code string) bool {
	code, _, _ = strings.Cut(code, ";") // that of positive numbers
	date := false
	for i := 0; i < len(code); i++ {
		switch c := code[i] | 0x20; {
		case code[i] == '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return date
			}
			i += end + 1
		case code[i] == '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return date
			}
			if isElapsed(code[i+1 : i+end]) {
				return false
			}
			i += end
		case code[i] == '\\' || code[i] == '_' || code[i] == '*':
			i++
		case strings.HasPrefix(strings.ToLower(code[i:]), "general"):
			return false
		case c == 'y' || c == 'm' || c == 'd' || c == 'h' || c == 's':
			date = true
		}
	}
	return date
}

// isElapsed reports whether a bracket of a number format means elapsed time: h, m or s,
// once or more.
func isElapsed(bracket string) bool {
	bracket = strings.ToLower(bracket)
	return bracket != "" && strings.Contains("hms", bracket[:1]) && strings.Trim(bracket, bracket[:1]) == ""
}

// dateText returns a date as 2006-01-02, a time of day as 15:04, or both; with
// seconds if there are any. It reports false for a number that is none.
func dateText(days float64, date1904 bool) (string, bool) {
	const lastDay = 2_958_466 // of the year 9999
	if !(days >= 0 && days < lastDay) {
		return "", false
	}
	whole, fraction := math.Modf(days)
	seconds := int(math.Round(fraction * 86_400))
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case date1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case whole < 60:
		first = first.AddDate(0, 0, 1) // Excel has a 29 February 1900
	}
	t := first.AddDate(0, 0, int(whole)).Add(time.Duration(seconds) * time.Second)
	clock := "15:04"
	if t.Second() != 0 {
		clock = time.TimeOnly
	}
	switch {
	case whole == 0 && !date1904:
		return t.Format(clock), true
	case seconds == 0:
		return t.Format(time.DateOnly), true
	}
	return t.Format(time.DateOnly + " " + clock), true
}
