// Package xlsx writes and reads spreadsheets in the format of Excel 2007 and later
// (Office Open XML, ECMA-376). It knows texts and numbers, no formulas.
//
// A workbook is a ZIP archive of XML documents, its parts:
//
//	[Content_Types].xml          the type of every part
//	_rels/.rels                  where the workbook is
//	docProps/core.xml            title, author
//	xl/workbook.xml              the sheets in order, names, print titles
//	xl/_rels/workbook.xml.rels   where sheets, styles and shared strings are
//	xl/styles.xml                number formats, fonts, fills; a cell names a row of it
//	xl/sharedStrings.xml         texts that cells name by number
//	xl/worksheets/sheet1.xml     rows of cells
//
// [Writer] streams: it holds back the first rows of a sheet, to measure the columns, and
// the first texts, which later cells name. The same rows give the same bytes. [Book] streams, too: it holds the
// shared strings and one row. Every size in a file that it reads is bounded, because
// the file may be hostile.
package xlsx
