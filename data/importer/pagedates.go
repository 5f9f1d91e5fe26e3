package importer

import (
	"errors"
	"os"
	"strings"
	"time"

	"voxatlas/data"
)

// datesFile is a table beside pages that say no date of their own, as the English
// originals: a line per page, the file's name, a tab, and the day of its last change. Its
// first line is a head.
const datesFile = "PAGES.tsv"

// readDates reads the dates of pages in datesFile; none without it. A *[FolderError]
// reports a file that cannot be read; a line that is no page and day counts for nothing.
func readDates(root *os.Root) (map[string]string, error) {
	if _, err := root.Lstat(datesFile); errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	b, err := data.ReadRegular(root, datesFile, maxEntries*100)
	if err = pageError(root, datesFile, err); err != nil {
		return nil, &FolderError{Files: []FileFault{{datesFile, err}}}
	}
	dates := map[string]string{}
	for line := range strings.Lines(string(b)) {
		name, day, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if _, err := time.Parse(time.DateOnly, day); ok && err == nil && FileKindOf(name) != OtherFile {
			dates[name] = day
		}
	}
	return dates, nil
}
