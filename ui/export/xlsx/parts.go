package xlsx

import (
	"bytes"
	"fmt"
	"time"
)

// The namespaces of ECMA-376, which name relationships, too.
const (
	xmlHeader            = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNamespace        = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeRelationships  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"
	coreRelationship     = packageRelationships + "/metadata/core-properties"
	spreadsheetType      = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// sheetPart returns the name of the part of a sheet, counted from 0.
func sheetPart(index int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", index+1) }

// writeParts writes all parts but the sheets.
func (w *Writer) writeParts() error {
	styles, err := stylesXML(w.properties.Font)
	if err != nil {
		return err
	}
	core, err := w.properties.coreXML()
	if err != nil {
		return err
	}
	workbook, relationships := w.workbookXML()
	for _, part := range []struct {
		name string
		text []byte
	}{
		{"xl/styles.xml", styles},
		{"xl/sharedStrings.xml", w.texts.part()},
		{"xl/workbook.xml", workbook},
		{"xl/_rels/workbook.xml.rels", relationships},
		{"docProps/core.xml", core},
		{"_rels/.rels", relationshipsXML(
			`<Relationship Id="rId1" Type="` + officeRelationships + `/officeDocument" Target="xl/workbook.xml"/>` +
				`<Relationship Id="rId2" Type="` + coreRelationship + `" Target="docProps/core.xml"/>`)},
		{"[Content_Types].xml", w.contentTypesXML()},
	} {
		if err := w.writePart(part.name, part.text); err != nil {
			return err
		}
	}
	return nil
}

// workbookXML returns the list of the sheets, and where their parts are.
func (w *Writer) workbookXML() (workbook, relationships []byte) {
	var sheets, targets bytes.Buffer
	for i, name := range w.names {
		escaped, _ := appendEscaped(nil, name) // cleaned by sheetName
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%[2]d"/>`, escaped, i+1)
		fmt.Fprintf(&targets, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%[1]d.xml"/>`, i+1, officeRelationships)
	}
	fmt.Fprintf(&targets, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/>`, len(w.names)+1, officeRelationships)
	fmt.Fprintf(&targets, `<Relationship Id="rId%d" Type="%s/sharedStrings" Target="sharedStrings.xml"/>`, len(w.names)+2, officeRelationships)
	var b bytes.Buffer
	fmt.Fprintf(&b, `%s<workbook xmlns="%s" xmlns:r="%s"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets>%s</sheets>`,
		xmlHeader, mainNamespace, officeRelationships, &sheets)
	if w.defined.Len() > 0 {
		fmt.Fprintf(&b, `<definedNames>%s</definedNames>`, &w.defined)
	}
	b.WriteString(`</workbook>`)
	return b.Bytes(), relationshipsXML(targets.String())
}

// coreXML returns title, author and time.
func (p Properties) coreXML() ([]byte, error) {
	title, err := appendEscaped(nil, p.Title)
	if err != nil {
		return nil, fmt.Errorf("title %q: %w", p.Title, err)
	}
	creator, err := appendEscaped(nil, p.Creator)
	if err != nil {
		return nil, fmt.Errorf("creator %q: %w", p.Creator, err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `%s<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>%s</dc:title><dc:creator>%s</dc:creator>`,
		xmlHeader, title, creator)
	if !p.Created.IsZero() {
		fmt.Fprintf(&b, `<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>`, p.Created.UTC().Format(time.RFC3339))
	}
	b.WriteString(`</cp:coreProperties>`)
	return b.Bytes(), nil
}

// contentTypesXML returns the type of every part.
func (w *Writer) contentTypesXML() []byte {
	var b bytes.Buffer
	b.WriteString(xmlHeader + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + spreadsheetType + `sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + spreadsheetType + `styles+xml"/>` +
		`<Override PartName="/xl/sharedStrings.xml" ContentType="` + spreadsheetType + `sharedStrings+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`)
	for i := range w.names {
		fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%sworksheet+xml"/>`, sheetPart(i), spreadsheetType)
	}
	b.WriteString(`</Types>`)
	return b.Bytes()
}

func relationshipsXML(relationships string) []byte {
	return []byte(xmlHeader + `<Relationships xmlns="` + packageRelationships + `">` + relationships + `</Relationships>`)
}
