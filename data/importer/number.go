package importer

import (
	"strconv"

	"golang.org/x/text/unicode/norm"
)

// maxNumber is the largest number that is read as one.
const maxNumber = 1_000_000

// numbers lists the numbers in s with any thousands separator: 1,200 1.200 1
// 200 1'200, spaces of any kind, digits of full width. A number over maxNumber
// is -1.
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

// digitsEnd returns the index after the digits that begin at i.
func digitsEnd(rs []rune, i int) int {
	for i < len(rs) && isDigit(rs[i]) {
		i++
	}
	return i
}

// isDigit reports whether r is an ASCII digit.
func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// separatesThousands reports whether r is a thousands separator. No-break
// spaces are plain spaces after NFKC.
func separatesThousands(r rune) bool {
	switch r {
	case ',', '.', ' ', '\'', '’', '‘', '·', '٬', '˙':
		return true
	}
	return false
}
