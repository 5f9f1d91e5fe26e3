package offices

import (
	"strings"
	"unicode"

	"voxatlas/data/names/fold"
)

// column is a column of a list that means something to us.
type column uint8

const (
	siteColumn column = iota
	countryColumn
	cityColumn
	phoneColumn
	placeColumn // a place of any kind; a site where the list has another column for the place
	usersColumn
	needColumn
	numColumns
)

// columnLine is some heads of a column, parted by semicolons.
type columnLine struct {
	column column
	names  string
}

// columnLines lists the heads of all columns. Where a list has heads of two lines of one
// column, those of the first are meant: "Country" beside "Country code".
func columnLines() []columnLine {
	return []columnLine{
		{siteColumn, "site; sites; site name; office; offices; office name; branch; branch name; branch office; name; building; facility; subsidiary; company; 據點; 據點名稱; 營業據點; 地點; 地點名稱; 名稱; 辦公室; 辦公室名稱; 辦公地點; 分公司; 分公司名稱; 分支機構; 分行; 廠區; 門市; 單位; 單位名稱; 公司; 公司名稱"},
		{siteColumn, "site id; site code; site number; office code; office id; branch code; 據點代碼; 據點編號; 分公司代碼; 編號"},
		{countryColumn, "country; countries; country/region; country or region; countries and regions; country name; country/region name; nation; office country; 國家; 國家/地區; 國家或地區; 國家名稱; 國家/地區名稱; 國別; 國名; 所在國家; 所在國家/地區; 国家; 国家/地区"},
		{countryColumn, "country code; country/region code; iso; iso code; iso2; iso3; iso 3166; usage location; 國家代碼; 國家/地區代碼; ISO 代碼; 使用位置; 地區"},
		{cityColumn, "city; cities; city name; city/town; town; office city; 城市; 城市名稱; 所在城市; 縣市; 都市; 城鎮"},
		{phoneColumn, "phone; phones; phone number; phone numbers; phone no; telephone; telephone number; telephone no; tel; tel no; main number; main phone; office phone; business phone; 電話; 電話號碼; 聯絡電話; 公司電話; 代表號; 總機; 市話; 电话"},
		{phoneColumn, "mobile; mobile phone; mobile number; cell phone; 手機; 手機號碼; 行動電話; 號碼"},
		{placeColumn, "location; place; where; location name; office location; 所在地; 位置; 地方"},
		{usersColumn, "users; user; user count; users count; number of users; no of users; of users; headcount; head count; employees; number of employees; employee count; staff; seats; people; persons; 使用者; 使用者數; 使用者數量; 使用者人數; 使用人數; 人數; 員工; 員工數; 員工人數; 席次; 座席數"},
		{needColumn, "need; needs; needed; requirement; requirements; required; expression; where; 需求; 需要; 需求條件; 需求條件式; 條件; 條件式; 篩選條件"},
	}
}

// heads says where the columns of a list are.
type heads struct {
	at    [numColumns]int // from 0; -1 for none
	width int             // of the list, in columns
	none  bool            // the list has no heads: its only column is a place
}

// nameOnly returns the heads of a list that has none.
func nameOnly() *heads {
	h := newHeads()
	h.at[placeColumn], h.width, h.none = 0, 1, true
	return h
}

func newHeads() *heads {
	h := &heads{}
	for c := range h.at {
		h.at[c] = -1
	}
	return h
}

// vocabulary finds columns by their heads.
type vocabulary struct {
	lines []columnLine
	known map[string]int // the line of a head, by key
}

func newVocabulary() *vocabulary {
	v := &vocabulary{columnLines(), map[string]int{}}
	for i, line := range v.lines {
		for name := range strings.SplitSeq(line.names, ";") {
			v.known[headKey(name)] = i
		}
	}
	return v
}

// findHeads returns the heads among the first rows of a list, and the index of their row:
// of the rows that have any, the first with the most. It returns nil for none. The error
// says that there is no column for a place, or two for one thing.
func (v *vocabulary) findHeads(rows []Row) (best *heads, at int, err *Error) {
	most := 0
	for i, row := range rows {
		h, n, bad := v.readHeads(row)
		if n > most && (bad != nil || h.hasPlace() || n > 1) {
			best, at, err, most = h, i, bad, n
		}
	}
	if err == nil && best != nil && !best.hasPlace() {
		err = &Error{Fault: NoPlace, Line: rows[at].Number, Heads: filled(rows[at])}
	}
	return best, at, err
}

// readHeads returns the heads that a row has, and their number. The error says that there
// are two columns for one thing.
func (v *vocabulary) readHeads(row Row) (h *heads, count int, err *Error) {
	h = newHeads()
	var lines [numColumns]int
	for i, cell := range row.Cells {
		if strings.TrimSpace(cell) != "" {
			h.width = i + 1
		}
		line, ok := v.find(cell)
		if !ok {
			continue
		}
		switch c := v.lines[line].column; {
		case h.at[c] < 0:
			count++
			h.at[c], lines[c] = i, line
		case line < lines[c]:
			h.at[c], lines[c] = i, line
		case line == lines[c] && c != siteColumn && err == nil:
			err = &Error{Fault: TwoColumns, Line: row.Number, Heads: []string{row.Cells[h.at[c]], cell}}
		}
	}
	h.settle(countFilled(row) == 1)
	return h, count, err
}

// hasPlace reports whether a column says where an office is.
func (h *heads) hasPlace() bool {
	return h.at[countryColumn] >= 0 || h.at[cityColumn] >= 0 || h.at[phoneColumn] >= 0 || h.at[placeColumn] >= 0
}

// settle decides the meaning of a column of sites or places: the only column of a list is a
// place; a place beside a country, city or number is a site.
func (h *heads) settle(only bool) {
	site, place := h.at[siteColumn], h.at[placeColumn]
	switch {
	case only && site >= 0:
		h.at[siteColumn], h.at[placeColumn] = -1, site
	case place >= 0:
		h.at[placeColumn] = -1
		if h.hasPlace() {
			if site < 0 {
				h.at[siteColumn] = place
			}
		} else {
			h.at[placeColumn] = place
		}
	}
}

// find returns the line that has a head. A head in two languages, as "國家 Country", is
// known if both parts mean the same; after a bracket anything may stand.
func (v *vocabulary) find(head string) (line int, ok bool) {
	if line, ok = v.known[headKey(head)]; ok {
		return line, true
	}
	if i := strings.IndexAny(head, "(（[【"); i > 0 {
		if line, ok = v.known[headKey(head[:i])]; ok {
			return line, true
		}
	}
	var han, other strings.Builder
	for _, r := range head {
		if unicode.Is(unicode.Han, r) {
			han.WriteRune(r)
		} else {
			other.WriteRune(r)
		}
	}
	first, isFirst := v.known[headKey(han.String())]
	second, isSecond := v.known[headKey(other.String())]
	if !isFirst || !isSecond || v.lines[first].column != v.lines[second].column {
		return 0, false
	}
	return min(first, second), true
}

// headKey returns the key of a head, equal for all its spellings: the folded head.
func headKey(head string) string {
	if len(head) > maxHead {
		return "\n" // the key of no head
	}
	return fold.Of(head).Text()
}

// maxHead is the length of the longest head that is looked up, in bytes.
const maxHead = 200

// countFilled returns the number of fields that are not empty.
func countFilled(row Row) int { return len(filled(row)) }

// filled returns the fields that are not empty, in memory of their own.
func filled(row Row) []string {
	var fields []string
	for _, cell := range row.Cells {
		if strings.TrimSpace(cell) != "" {
			fields = append(fields, cell)
		}
	}
	return fields
}

// isBlank reports whether a row has no text but separators.
func isBlank(row Row) bool {
	for _, cell := range row.Cells {
		if strings.TrimSpace(strings.Trim(cell, ",;|")) != "" {
			return false
		}
	}
	return true
}
