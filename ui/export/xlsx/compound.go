package xlsx

import (
	"encoding/binary"
	"io"
	"unicode/utf16"
)

// faultOfCompound tells an encrypted workbook from one of Excel 97 to 2003. Both are
// Compound File Binary files, a file system in a file: a header, then sectors; the
// directory has entries of 128 bytes, each beginning with a name in UTF-16 (MS-CFB,
// 2.2 and 2.6).
func faultOfCompound(r io.ReaderAt, header []byte) Fault {
	if len(header) < 512 {
		return NotWorkbook
	}
	shift := binary.LittleEndian.Uint16(header[30:])
	if shift != 9 && shift != 12 {
		return NotWorkbook
	}
	first := int64(binary.LittleEndian.Uint32(header[48:]))
	directory := make([]byte, 4096)
	n, _ := r.ReadAt(directory, (first+1)<<shift) // 0 bytes have no names
	for entry := directory[:n]; len(entry) >= 128; entry = entry[128:] {
		switch entryName(entry) {
		case "EncryptedPackage", "EncryptionInfo":
			return Encrypted
		case "Workbook", "Book":
			return OldFormat
		}
	}
	return NotWorkbook
}

// entryName returns the name of a directory entry. Bytes 64 and 65 hold its length in
// bytes, with a final zero.
func entryName(entry []byte) string {
	length := int(binary.LittleEndian.Uint16(entry[64:]))/2 - 1
	if length < 0 || length > 31 {
		return ""
	}
	units := make([]uint16, length)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(entry[2*i:])
	}
	return string(utf16.Decode(units))
}
