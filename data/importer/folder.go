package importer

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"voxatlas/data"
	"voxatlas/data/pages"
	"voxatlas/model"
)

// maxEntries is the most files that a folder of pages may have.
const maxEntries = 50_000

// FolderError reports a fault of a folder of pages, or of files in it.
type FolderError struct {
	Fault FolderFault // 0 when files are at fault
	Files []FileFault // those that cannot be read as pages, by name; at most model.MaxViolations
	More  int         // further ones
}

// FileFault is a file that is no page.
type FileFault struct {
	Name string
	Err  error // a data.FileError, a *pages.SyntaxError, ErrOutside or an error of the system
}

func (e *FolderError) Error() string {
	if e.Fault != 0 {
		return e.Fault.String()
	}
	lines := make([]string, 0, len(e.Files))
	for _, f := range e.Files {
		lines = append(lines, model.Clean(f.Name, 100)+": "+model.Clean(f.Err.Error(), 200))
	}
	return strings.Join(lines, "\n")
}

// FolderFault is a fault of a folder itself. It is a type of constants, so that an
// interface can say it in the language of its user.
type FolderFault uint8

// The faults of a folder.
const (
	FolderMissing   FolderFault = iota + 1 // there is none
	FolderForbidden                        // it may not be read
	FolderIsFile                           // it is no folder
	FolderEmpty                            // it has no country page
	FolderFull                             // it has more than maxEntries files
)

// Key returns the stable word of f, as "missing".
func (f FolderFault) Key() string {
	return model.WordOf([]string{"", "missing", "forbidden", "no_folder", "empty", "full"}, f)
}

func (f FolderFault) String() string {
	switch f {
	case FolderMissing:
		return "no such folder; check the path"
	case FolderForbidden:
		return "may not be read; check its permissions"
	case FolderIsFile:
		return "no folder; name the folder of the country pages"
	case FolderEmpty:
		return "no availability-in-*.md there; name the folder of the country pages"
	case FolderFull:
		return fmt.Sprintf("more than %d files; name the folder of the country pages", maxEntries)
	}
	return fmt.Sprintf("FolderFault(%d)", uint8(f))
}

// ErrOutside says that a link in a folder of pages was not followed.
var ErrOutside = errors.New("a link out of the folder, or a broken one; only files in it are read")

// Progress receives how many of all pages have been read. Its error ends the
// reading.
type Progress func(done, all int) error

// ReadPages reads the pages in a folder of Microsoft's documentation: the
// country pages, the index and the list of destinations. Links out of the folder
// are not followed. The error is a *[FolderError], or that of progress.
func ReadPages(folder string, progress Progress) (PageSet, error) {
	return ReadPagesOf(folder, func(string) bool { return true }, progress)
}

// ReadPagesOf reads pages as [ReadPages] does, but of countries only those that known
// reports by their slugs. The files of the others are listed.
func ReadPagesOf(folder string, known func(slug string) bool, progress Progress) (PageSet, error) {
	var set PageSet
	root, err := openFolder(folder)
	if err != nil {
		return set, err
	}
	defer root.Close() //nolint:errcheck // only read from
	files, err := pageFiles(root)
	if err != nil {
		return set, err
	}
	dates, err := readDates(root)
	if err != nil {
		return set, err
	}
	r := &pageReader{root: root, dates: dates}
	faults := &FolderError{}
	for i, name := range files {
		if FileKindOf(name) == CountryPage && !known(SlugOf(name)) {
			set.Unknown = append(set.Unknown, name)
			continue
		}
		p, err := r.read(name)
		switch {
		case err != nil && len(faults.Files) == model.MaxViolations:
			faults.More++
		case err != nil:
			faults.Files = append(faults.Files, FileFault{name, err})
		default:
			set.Add(p)
		}
		if progress == nil {
			continue
		}
		if err := progress(i+1, len(files)); err != nil {
			return PageSet{}, err
		}
	}
	if len(faults.Files) > 0 {
		return PageSet{}, faults
	}
	return set, nil
}

func openFolder(folder string) (*os.Root, error) {
	info, err := os.Stat(folder)
	switch {
	case err != nil:
		return nil, folderError(err)
	case !info.IsDir():
		return nil, &FolderError{Fault: FolderIsFile}
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, folderError(err)
	}
	return root, nil
}

// folderError turns an error of the system into a fault of the folder.
func folderError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &FolderError{Fault: FolderMissing}
	case errors.Is(err, fs.ErrPermission):
		return &FolderError{Fault: FolderForbidden}
	}
	return data.ReadError(err)
}

// pageFiles lists the files that are pages by their names, sorted.
func pageFiles(root *os.Root) ([]string, error) {
	d, err := root.Open(".")
	if err != nil {
		return nil, folderError(err)
	}
	defer d.Close() //nolint:errcheck // only read from
	names, err := d.Readdirnames(maxEntries + 1)
	switch {
	case errors.Is(err, io.EOF):
	case err != nil:
		return nil, folderError(err)
	case len(names) > maxEntries:
		return nil, &FolderError{Fault: FolderFull}
	}
	countries := 0
	names = slices.DeleteFunc(names, func(name string) bool {
		kind := FileKindOf(name)
		if kind == CountryPage {
			countries++
		}
		return kind == OtherFile
	})
	if countries == 0 {
		return nil, &FolderError{Fault: FolderEmpty}
	}
	slices.Sort(names)
	return names, nil
}

// pageReader reads the pages of one folder.
type pageReader struct {
	root         *os.Root
	dates        map[string]string // of pages that say none, by file
	vocabularies vocabularies
}

// read reads the regular file of that name. A country's page must be in a language that
// has a vocabulary.
func (r *pageReader) read(name string) (*pages.Page, error) {
	limit, parse := int64(pages.MaxPage), pages.Parse
	if strings.HasSuffix(strings.ToLower(name), ".html") {
		limit, parse = pages.MaxHTML, pages.ParseHTML
	}
	b, err := data.ReadRegular(r.root, name, limit)
	switch err = pageError(r.root, name, err); {
	case errors.Is(err, data.TooLarge):
		return nil, &pages.SyntaxError{File: name, Fault: pages.TooLarge}
	case err != nil:
		return nil, err
	}
	if len(bytes.TrimSpace(b)) == 0 {
		return nil, &pages.SyntaxError{File: name, Fault: pages.EmptyPage}
	}
	p, err := parse(name, b)
	if err != nil {
		return nil, err
	}
	p.FrontMatter.Date = cmp.Or(p.FrontMatter.Date, r.dates[name])
	if _, ok := r.vocabularies.languageOf(p); FileKindOf(name) == CountryPage && !ok {
		return nil, &LanguageError{p.FrontMatter.Locale, languageFiles()}
	}
	return p, nil
}

// pageError turns an error of reading a page into one that names the cause. A link
// that leads to no file within root is ErrOutside.
func pageError(root *os.Root, name string, err error) error {
	var file data.FileError
	if err == nil || errors.As(err, &file) {
		return err
	}
	if info, lerr := root.Lstat(name); lerr == nil && info.Mode()&fs.ModeSymlink != 0 {
		return ErrOutside
	}
	return data.ReadError(err)
}
