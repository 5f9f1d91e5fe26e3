package xlsx

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// The most that a workbook keeps as shared strings. Texts behind them stand in their
// cells.
const (
	maxShared      = 1 << 15 // texts
	maxSharedBytes = 2 << 20 // of their XML, from which on no text is added
)

// sharedAtOnce is the number of texts that are shared when they first come. Later ones are
// shared when they come again: in a long list, most that are new are names and numbers that
// stand in one row.
const sharedAtOnce = 1 << 12

// sharedTexts are the shared strings of a workbook that is written: every text once, with
// its measures. Most cells repeat a text of a cell above them.
type sharedTexts struct {
	known map[string]*cellText
	xml   []byte // elements <si>
	uses  int    // cells that name one

	seen []uint32 // hashes of texts that came once, a newer one in place of an older
}

// cellText is a text with its measures.
type cellText struct {
	number int  // among the shared strings; -1 for a text that stands in its cell
	width  int  // columns of its longest line
	broken bool // it has several lines

	digits, height int // of the column that its height was reckoned for, and the height
}

// findText returns a text with its measures. It refuses a text that no cell can hold.
func (s *sharedTexts) findText(text string) (*cellText, error) {
	if t, known := s.known[text]; known {
		return t, nil
	}
	if utf16Length(text) > MaxText {
		return nil, ErrTooLong
	}
	t := &cellText{number: -1, width: textWidth(text), broken: strings.Contains(text, "\n")}
	if len(s.known) == maxShared || len(s.xml) >= maxSharedBytes || len(s.known) >= sharedAtOnce && !s.cameBefore(text) {
		return t, nil
	}
	xml, err := appendItem(s.xml, "si", text)
	if err != nil {
		return nil, err
	}
	if s.known == nil {
		s.known = map[string]*cellText{}
	}
	t.number = len(s.known)
	s.known[text], s.xml = t, xml
	return t, nil
}

// maxSeen is the number of texts that are remembered when they have come once.
const maxSeen = 1 << 16

// cameBefore reports whether a text has come before, as far as that is remembered, and
// remembers it. Of many millions of texts one is taken for another.
func (s *sharedTexts) cameBefore(text string) bool {
	if s.seen == nil {
		s.seen = make([]uint32, maxSeen)
	}
	hash := uint64(14695981039346656037) // FNV-1a: the same in every run
	for i := range len(text) {
		hash = (hash ^ uint64(text[i])) * 1099511628211
	}
	at, mark := &s.seen[hash%maxSeen], uint32(hash>>32) //nolint:gosec // the upper half
	known := *at == mark
	*at = mark
	return known
}

// part returns the part with the shared strings.
func (s *sharedTexts) part() []byte {
	b := append([]byte(nil), xmlHeader+`<sst xmlns="`+mainNamespace+`" count="`...)
	b = strconv.AppendInt(b, int64(s.uses), 10)
	b = append(b, `" uniqueCount="`...)
	b = strconv.AppendInt(b, int64(len(s.known)), 10)
	b = append(b, `">`...)
	b = append(b, s.xml...)
	return append(b, `</sst>`...)
}

// appendItem appends a text as an element that holds <t>: <si> among the shared strings,
// <is> in a cell.
func appendItem(b []byte, element, text string) ([]byte, error) {
	b = append(append(append(b, '<'), element...), `><t`...)
	if strings.Trim(text, " \t\r\n") != text || strings.ContainsAny(text, "\n\t") {
		b = append(b, ` xml:space="preserve"`...)
	}
	b, err := appendText(append(b, '>'), text)
	return append(append(append(b, `</t></`...), element...), '>'), err
}

// textWidth returns the columns of a character each that a text takes: those of its
// longest line. Chinese characters take two.
func textWidth(text string) int {
	widest := 0
	for line := range strings.Lines(text) {
		widest = max(widest, displaywidth.String(strings.TrimRight(line, "\r\n")))
	}
	return widest
}

// heightIn returns the points that the text takes in a column of so many digits.
func (t *cellText) heightIn(digits int, text string) int {
	if t.digits != digits {
		t.digits, t.height = digits, textHeight(text, digits)
	}
	return t.height
}

// textHeight returns the points that a text takes in a column of so many digits. Letters
// of a proportional font are narrower than digits, and Chinese characters are not.
func textHeight(text string, digits int) int {
	lines, wide := 0, false
	for line := range strings.Lines(text) {
		width := digits
		if text := strings.TrimRight(line, "\r\n"); displaywidth.String(text) == utf8.RuneCountInString(text) {
			width += digits / 8
		}
		lines++
		room := width
		for word := range strings.FieldsSeq(line) {
			w := displaywidth.String(word)
			isWide := w > utf8.RuneCountInString(word) // Chinese: broken anywhere
			if wide = wide || isWide; w > room && room < width && !isWide {
				lines++
				room = width
			}
			for ; w > room; room = width {
				lines++
				w -= room
			}
			room -= w + 1
		}
	}
	if wide {
		return lines * 17
	}
	return lines * 15
}
