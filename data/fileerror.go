package data

import "fmt"

// FileError is why a file cannot be an edition, whatever else stands in it. It is
// a type of constants, so that a door can say it in its user's language.
type FileError uint8

// What may be wrong with a file.
const (
	Missing    FileError = iota + 1 // there is no such file
	Forbidden                       // it may not be read
	Folder                          // it is a folder
	NotRegular                      // it is a device, a pipe or a socket
	TooLarge                        // it has more than MaxSize bytes
	Empty                           // it has nothing but white space
)

// Key is the stable word of e, as "too_large".
func (e FileError) Key() string {
	keys := [...]string{"", "missing", "forbidden", "folder", "not_regular", "too_large", "empty"}
	if int(e) < len(keys) {
		return keys[e]
	}
	return ""
}

// Error says what is wrong, and what to do.
func (e FileError) Error() string {
	switch e {
	case Missing:
		return "no such file; check the path"
	case Forbidden:
		return "may not be read; check its permissions"
	case Folder:
		return "a folder; name an edition file in it"
	case NotRegular:
		return "not a regular file; save the edition to one"
	case TooLarge:
		return fmt.Sprintf("larger than %d MB, the most that an edition may have", MaxSize>>20)
	case Empty:
		return "empty; an edition is a JSON file, see voxatlas's README"
	}
	return fmt.Sprintf("FileError(%d)", uint8(e))
}
