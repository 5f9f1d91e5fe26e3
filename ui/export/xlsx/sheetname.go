package xlsx

import (
	"fmt"
	"slices"
	"strings"
)

// maxSheetName is the most UTF-16 units of a sheet's name.
const maxSheetName = 31

// sheetName returns a name that a sheet may have beside those taken: without []:*?/\
// and characters that XML forbids, not in quotes, not "History", which Excel keeps for
// itself, and unlike the others without regard to case. A number makes it unlike them.
func sheetName(name string, taken []string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || forbidden(r) || strings.ContainsRune(`[]:*?/\`, r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(name, " "))
	clean = trimSheetName(strings.Join(strings.Fields(clean), " "), maxSheetName)
	if clean == "" || strings.EqualFold(clean, "History") {
		clean = strings.TrimSpace("Sheet " + clean)
	}
	unique := clean
	for n := 2; slices.ContainsFunc(taken, func(other string) bool { return strings.EqualFold(other, unique) }); n++ {
		suffix := fmt.Sprintf(" (%d)", n)
		unique = trimSheetName(clean, maxSheetName-len(suffix)) + suffix
	}
	return unique
}

// trimSheetName cuts a name to a number of UTF-16 units. An apostrophe may neither
// begin nor end it.
func trimSheetName(name string, units int) string {
	n := 0
	for i, r := range name {
		if n++; r > 0xFFFF {
			n++
		}
		if n > units {
			name = name[:i]
			break
		}
	}
	return strings.Trim(name, "' ")
}

// quoteSheet returns the name of a sheet as references have it.
func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
