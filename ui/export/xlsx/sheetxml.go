package xlsx

import (
	"bytes"
	"fmt"
	"strings"
)

// head returns the sheet until its first row: frozen panes and widths of columns.
func (s *sheetWriter) head() string {
	var b strings.Builder
	b.WriteString(xmlHeader + `<worksheet xmlns="` + mainNamespace + `" xmlns:r="` + officeRelationships + `">` +
		`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView`)
	if s.first {
		b.WriteString(` tabSelected="1"`)
	}
	b.WriteString(` workbookViewId="0">` + s.pane() + `</sheetView></sheetViews>`)
	fmt.Fprintf(&b, `<sheetFormatPr defaultRowHeight="%d" customHeight="1"/>`, defaultHeight)
	if len(s.widths) > 0 {
		b.WriteString(`<cols>`)
		for i, width := range s.widths {
			fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, max(width, minWidth)+2)
		}
		b.WriteString(`</cols>`)
	}
	b.WriteString(`<sheetData>`)
	return b.String()
}

// pane returns the element that keeps the header and the first columns in sight.
func (s *sheetWriter) pane() string {
	if !s.Header {
		return ""
	}
	corner := appendReference(nil, s.FrozenColumns, 1)
	if s.FrozenColumns == 0 {
		return fmt.Sprintf(`<pane ySplit="1" topLeftCell="%s" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="%[1]s" sqref="%[1]s"/>`, corner)
	}
	return fmt.Sprintf(`<pane xSplit="%d" ySplit="1" topLeftCell="%s" activePane="bottomRight" state="frozen"/><selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="%[2]s" sqref="%[2]s"/>`,
		s.FrozenColumns, corner)
}

// tail returns the sheet after its last row: filter, links, how it is printed. The
// schema fixes the order of the elements.
func (s *sheetWriter) tail(p Properties) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(`</sheetData>`)
	if s.filters() {
		fmt.Fprintf(&b, `<autoFilter ref="A1:%s"/>`, appendReference(nil, s.columns-1, s.rows-1))
	}
	if len(s.targets) > 0 || s.jumps.Len() > 0 {
		b.WriteString(`<hyperlinks>`)
		_, _ = s.jumps.WriteTo(&b)
		for i, place := range s.targets {
			fmt.Fprintf(&b, `<hyperlink ref="%s" r:id="rId%d"/>`, place, i+1)
		}
		b.WriteString(`</hyperlinks>`)
	}
	if s.Header {
		b.WriteString(`<printOptions gridLines="1"/>`)
	}
	orientation := "landscape"
	if s.Portrait {
		orientation = "portrait"
	}
	b.WriteString(`<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>`)
	fmt.Fprintf(&b, `<pageSetup paperSize="9" orientation="%s" fitToWidth="%d" fitToHeight="0"/>`, orientation, max(s.PagesWide, 1))
	footer, err := appendEscaped(nil, footerText(p.Title, s.Name))
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(&b, `<headerFooter><oddFooter>%s</oddFooter></headerFooter>`, footer)
	if s.rows > 0 && s.columns > 0 { // no green corners at codes of digits
		fmt.Fprintf(&b, `<ignoredErrors><ignoredError sqref="A1:%s" numberStoredAsText="1"/></ignoredErrors>`, appendReference(nil, s.columns-1, s.rows-1))
	}
	b.WriteString(`</worksheet>`)
	return b.Bytes(), nil
}

// filters reports whether the sheet has rows to filter.
func (s *sheetWriter) filters() bool { return s.Header && s.rows > 1 && s.columns > 0 }

// footerText returns the line under every page: the title, the sheet, the page. Excel
// allows 255 characters, its codes among them.
func footerText(title, sheet string) string {
	if runes := []rune(title); len(runes) > 90 {
		title = string(runes[:90])
	}
	double := strings.NewReplacer("&", "&&")
	return "&L&8" + " " + double.Replace(title) + "&C&8 " + double.Replace(sheet) + "&R&8 &P / &N"
}

// appendDefinedNames appends the names that repeat the header on every printed page, the
// frozen columns, too, if pages stand beside each other, and that belong to the filter.
func (s *sheetWriter) appendDefinedNames(b *bytes.Buffer, index int) {
	if !s.Header || s.rows == 0 || s.columns == 0 {
		return
	}
	name, _ := appendEscaped(nil, quoteSheet(s.Name)) // a sheet's name has been cleaned
	if s.filters() {
		fmt.Fprintf(b, `<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">%s!$A$1:$%s$%d</definedName>`, index, name, appendColumn(nil, s.columns-1), s.rows)
	}
	columns := ""
	if s.PagesWide > 1 && s.FrozenColumns > 0 {
		columns = fmt.Sprintf("%s!$A:$%s,", name, appendColumn(nil, s.FrozenColumns-1))
	}
	fmt.Fprintf(b, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">%s%s!$1:$1</definedName>`, index, columns, name)
}
