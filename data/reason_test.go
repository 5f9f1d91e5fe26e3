package data_test

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"voxatlas/assets"
	"voxatlas/data"
)

// TestReason finds the key of a reason, of which every language has the text.
func TestReason(t *testing.T) {
	for _, test := range []struct {
		err       error
		key, text string
	}{
		{fmt.Errorf("open x: %w", fs.ErrNotExist), "missing", "no such file or folder"},
		{&fs.PathError{Op: "open", Path: "\x1b", Err: fs.ErrPermission}, "forbidden", "no permission"},
		{data.IsFolder, "folder", "a folder"},
		{data.NotRegular, "not_regular", "not a regular file"},
		{data.TooLarge, "too_large", "too large"},
		{fmt.Errorf("f: %w", data.ErrReadOnly), "read_only", "read-only"},
		{data.ErrChecksum, "checksum", "its checksum does not fit"},
		{&fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}, "no_space", "no space left on device"},
		{errors.New("no space\x1b left"), "", "no space? left"},
	} {
		key, text := data.FileReason(test.err)
		if key != test.key || text != test.text {
			t.Errorf("%v: %q %q, want %q %q", test.err, key, text, test.key, test.text)
		}
		for _, words := range assets.Catalogs() {
			if key != "" && !words.Has("file_reason."+key) {
				t.Errorf("%v: no text for %s", words.Lang(), key)
			}
		}
	}
}
