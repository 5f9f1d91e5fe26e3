package xlsx

import (
	"fmt"
	"strings"
)

// Fault says why a file cannot be read. It is a type of constants, so that an
// interface can say it in the language of its user.
type Fault uint8

// The faults of files.
const (
	NotWorkbook    Fault = iota + 1 // it is no ZIP archive, or one of something else
	OldFormat                       // it is a workbook of Excel 97 to 2003 (.xls)
	BinaryFormat                    // it is a binary workbook (.xlsb)
	OpenDocument                    // it is a spreadsheet of LibreOffice (.ods)
	Encrypted                       // it has a password
	Damaged                         // it is cut off, or its XML is broken
	NoSheet                         // it has no sheet, or none of that name
	TooLarge                        // it has more than MaxSize bytes
	TooLargeInside                  // unpacked, it is too large: it may be a ZIP bomb
	TooManyCells                    // it has too many rows, columns or texts
	numFaults
)

// faultTexts holds the stable word of each fault, and the problem with its remedy.
func faultTexts() [numFaults]struct{ key, text string } {
	return [numFaults]struct{ key, text string }{
		NotWorkbook:    {"not_workbook", "no Excel workbook; save it as .xlsx or .csv"},
		OldFormat:      {"old_format", "a workbook of Excel 97 to 2003; save it as .xlsx"},
		BinaryFormat:   {"binary_format", "a binary workbook; save it as .xlsx"},
		OpenDocument:   {"open_document", "an OpenDocument spreadsheet; save it as .xlsx or .csv"},
		Encrypted:      {"encrypted", "protected by a password; save it without one"},
		Damaged:        {"damaged", "a damaged workbook; open it in Excel and save it again"},
		NoSheet:        {"no_sheet", "no such sheet; name one that the workbook has"},
		TooLarge:       {"too_large", fmt.Sprintf("larger than %d MB; save the sheet as .csv", MaxSize>>20)},
		TooLargeInside: {"too_large_inside", "too large when unpacked; save the sheet as .csv"},
		TooManyCells:   {"too_many_cells", "too many rows, columns or texts; save the sheet as .csv"},
	}
}

// Key returns the stable word of f, as "too_large".
func (f Fault) Key() string {
	if f < numFaults {
		return faultTexts()[f].key
	}
	return ""
}

// Error names the fault and the remedy.
func (f Fault) Error() string {
	if f > 0 && f < numFaults {
		return faultTexts()[f].text
	}
	return fmt.Sprintf("Fault(%d)", uint8(f))
}

// ReadError is a fault with its place. It wraps the [Fault].
type ReadError struct {
	Fault  Fault
	Part   string // of the archive; "" for the whole. A hostile file may have any name here
	Row    int    // of the sheet, from 1; 0 for none
	Detail string // for experts, in English; "" for none
}

func (e *ReadError) Error() string {
	var b strings.Builder
	if e.Part != "" {
		fmt.Fprintf(&b, "%q", e.Part)
		if e.Row > 0 {
			fmt.Fprintf(&b, ", row %d", e.Row)
		}
		b.WriteString(": ")
	}
	b.WriteString(e.Fault.Error())
	if e.Detail != "" {
		b.WriteString(" (" + e.Detail + ")")
	}
	return b.String()
}

func (e *ReadError) Unwrap() error { return e.Fault }
