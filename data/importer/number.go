package importer

import (
	"strconv"

	"golang.org/x/text/unicode/norm"
)

// maxNumber bounds what is read as a number; a longer row of digits is none.
const maxNumber = 1_000_000

// numbers lists the numbers in s, with any thousands separator: 1,200 1.200
// 1 200 1'200, blanks of any kind, digits of full width. A row of digits that is
// too long reads as -1.
func numbers(s string) []int {
	rs := []rune(norm.NFKC.String(s))
	var list []int
	for i := 0; i < len(rs); {
		if !isDigit(rs[i]) {
			i++
			continue
		}
		end := digitsEnd(rs, i)
		text := string(rs[i:end])
		if end-i <= 3 && rs[i] != '0' {
			for end < len(rs) && separatesThousands(rs[end]) && digitsEnd(rs, end+1) == end+4 {
				text += string(rs[end+1 : end+4])
				end += 4
			}
		}
		n, err := strconv.Atoi(text)
		if err != nil || n > maxNumber {
			n = -1
		}
		list = append(list, n)
		i = end
	}
	return list
}

// digits is where the digits that begin at i end.
func digitsEnd(rs []rune, i int) int {
	for i < len(rs) && isDigit(rs[i]) {
		i++
	}
	return i
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// separates reports whether r parts thousands. NFKC has made blanks of the
// no-break ones.
func separatesThousands(r rune) bool {
	switch r {
	case ',', '.', ' ', '\'', '’', '‘', '·', '٬', '˙':
		return true
	}
	return false
}
