package xlsx

import (
	"bytes"
	"fmt"
)

// Style is the look of a cell. Those of states differ by shade and weight, too: on a
// black and white print, and for eyes that cannot tell the colours apart. The words
// must say the state all the same.
type Style uint8

// The styles.
const (
	Plain       Style = iota
	Title             // of a sheet: large
	Label             // bold
	Muted             // less important: grey
	Header            // of a column: white on dark
	Positive          // a state: pale blue
	Conditional       // a state: amber, bold
	Negative          // a state: grey
	Unknown           // a state: hatched
	linkStyle         // opens an address: blue, underlined
	numStyles
)

// looks returns the font and the fill of every style, as members of <font> and <fill>.
func looks() [numStyles]struct{ font, fill string } {
	const bold, none = `<b/>`, `<patternFill patternType="none"/>`
	return [numStyles]struct{ font, fill string }{
		Plain:       {fontSize(11) + rgb("000000"), none},
		Title:       {bold + fontSize(16) + rgb("1F3864"), none},
		Label:       {bold + fontSize(11) + rgb("000000"), none},
		Muted:       {fontSize(10) + rgb("595959"), none},
		Header:      {bold + fontSize(11) + rgb("FFFFFF"), solid("1F3864")},
		Positive:    {fontSize(11) + rgb("000000"), solid("DDEBF7")},
		Conditional: {bold + fontSize(11) + rgb("000000"), solid("FFD966")},
		Negative:    {fontSize(11) + rgb("000000"), solid("D0CECE")},
		Unknown:     {fontSize(11) + rgb("404040"), `<patternFill patternType="lightUp"><fgColor rgb="FFD0D0D0"/><bgColor rgb="FFFFFFFF"/></patternFill>`},
		linkStyle:   {`<u/>` + fontSize(11) + rgb("0563C1"), none},
	}
}

func fontSize(points int) string { return fmt.Sprintf(`<sz val="%d"/>`, points) }

func rgb(colour string) string { return `<color rgb="FF` + colour + `"/>` }

func solid(colour string) string {
	return `<patternFill patternType="solid"><fgColor rgb="FF` + colour + `"/><bgColor indexed="64"/></patternFill>`
}

// variant is one of the forms that every style has.
type variant uint8

const (
	variantText          variant = iota // one line
	variantWrapped                      // lines as wide as the column
	variantQuoted                       // a text that stays one when it is edited, as "=1"
	variantQuotedWrapped                // both
	variantInteger                      // a number with separators of thousands
	variantNumber                       // any number
	numVariants
)

// format returns the number of a cell format: the row of <cellXfs> in styles.xml.
func (s Style) format(v variant) int { return int(s)*int(numVariants) + int(v) }

// stylesXML returns the part styles.xml, with a format for each variant of each
// style. Its cells have the given font.
func stylesXML(font string) ([]byte, error) {
	name, err := appendEscaped(nil, font)
	if err != nil {
		return nil, fmt.Errorf("font %q: %w", font, err)
	}
	var fonts, fills, formats bytes.Buffer
	for style, look := range looks() {
		fmt.Fprintf(&fonts, `<font>%s<name val="%s"/><family val="2"/></font>`, look.font, name)
		fmt.Fprintf(&fills, `<fill>%s</fill>`, look.fill)
		for v := range numVariants {
			formats.WriteString(formatXML(style, v))
		}
	}
	var b bytes.Buffer
	b.WriteString(xmlHeader + `<styleSheet xmlns="` + mainNamespace + `">`)
	fmt.Fprintf(&b, `<fonts count="%d">%s</fonts>`, numStyles, &fonts)
	// The first two fills are reserved: Excel takes these two, whatever stands there.
	fmt.Fprintf(&b, `<fills count="%d"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>%s</fills>`, numStyles+2, &fills)
	b.WriteString(`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`)
	fmt.Fprintf(&b, `<cellXfs count="%d">%s</cellXfs>`, int(numStyles)*int(numVariants), &formats)
	b.WriteString(`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`)
	return b.Bytes(), nil
}

// formatXML returns the cell format of a variant of a style.
func formatXML(style int, v variant) string {
	number, quoted, wrapped := 0, "", ""
	switch v {
	case variantInteger, variantNumber:
		wrapped = ` horizontal="right" indent="1"` // apart from the text of the next column
		if v == variantInteger {
			number = 3 // built in: #,##0
		}
	case variantQuoted, variantQuotedWrapped:
		quoted = ` quotePrefix="1"`
	}
	if v == variantWrapped || v == variantQuotedWrapped || Style(style) == Header {
		wrapped = ` wrapText="1"`
	}
	return fmt.Sprintf(`<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"%s><alignment vertical="top"%s/></xf>`,
		number, style, style+2, quoted, wrapped)
}
