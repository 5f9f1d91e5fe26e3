package data

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"voxatlas/model"
)

// An edition file may end with a checksum of the text before its line:
//
//	  ],
//	  "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
//	}
//
// With it, a start can see that the file is whole without decoding it.
const (
	checksumStart = ",\n  \"sha256\": \""
	checksumEnd   = "\"\n}\n"
	checksumSize  = len(checksumStart) + 2*sha256.Size + len(checksumEnd)
)

// ErrChecksum says that the text of an edition file is not the one that its checksum was
// made of, or that it has none.
var ErrChecksum = errors.New("its checksum does not fit")

// ErrNewer says that a newer program has written an edition file.
var ErrNewer = errors.New("of a newer voxatlas")

// errLayout says that an edition file has a checksum, and is not laid out as Format does.
var errLayout = errors.New("not laid out as voxatlas writes it")

// FormatWithChecksum writes f as [Format] does, with a checksum at its end. It writes no
// file that [Load] would refuse: the error is that of Load.
func FormatWithChecksum(f *File) ([]byte, error) {
	plain := *f
	plain.SHA256 = ""
	b, err := Format(&plain)
	if err != nil {
		return nil, err
	}
	if _, err := loadBytes(b); err != nil {
		return nil, err
	}
	return addChecksum(bytes.TrimSuffix(b, []byte("\n}\n"))), nil
}

// addChecksum adds a checksum and the end of the file to the text before.
func addChecksum(text []byte) []byte { return append(text, checksumOf(text)...) }

// checksumOf returns the end of a file: the checksum of the text before.
func checksumOf(text []byte) string {
	sum := sha256.Sum256(text)
	return checksumStart + hex.EncodeToString(sum[:]) + checksumEnd
}

// cutChecksum returns the text before the checksum at the end of a file, and reports
// whether it is the one that the checksum was made of.
func cutChecksum(b []byte) (text []byte, ok bool) {
	at := len(b) - checksumSize
	if at < 0 {
		return nil, false
	}
	return b[:at], string(b[at:]) == checksumOf(b[:at])
}

// OpenWithChecksum reads the edition in b, which [FormatWithChecksum] has written. It
// verifies the checksum and finds the countries, each of which is decoded when it is first
// asked for: so it takes a twentieth of the time of [Load]. The error is ErrChecksum or
// ErrNewer, or has a text that may be shown.
func OpenWithChecksum(b []byte) (*model.Atlas, error) {
	text, ok := cutChecksum(b)
	if !ok {
		return nil, ErrChecksum
	}
	if err := checkSchemaLine(text); err != nil {
		return nil, err
	}
	s, err := splitSections(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return nil, fmt.Errorf("%w: %s", errLayout, model.Clean(err.Error(), 200))
	}
	s.foreign = true
	a, err := s.lazyAtlas(readForeignAnswers)
	if err != nil {
		return nil, fmt.Errorf("%w: %s", errLayout, model.Clean(err.Error(), 200))
	}
	return a, checkHeads(a)
}

// checkSchemaLine refuses the text of a file that does not begin as Format writes it.
func checkSchemaLine(text []byte) error {
	const line, version = "{\n  \"schema\": \"" + EditionSchema, "1"
	rest, ok := bytes.CutPrefix(text, []byte(strings.TrimSuffix(line, version)))
	switch {
	case ok && bytes.HasPrefix(rest, []byte(version+"\",\n")):
		return nil
	case ok && len(rest) > 0 && '1' <= rest[0] && rest[0] <= '9':
		return ErrNewer
	}
	return errLayout
}

// checkHeads checks the parts of an edition that are shown before any answer of a country
// is asked for.
func checkHeads(a *model.Atlas) error {
	seen := make(map[string]bool, 2*a.Len())
	for c := range a.Countries() {
		if !model.IsSlug(c.Slug()) || seen[c.Slug()] || seen[c.ISO2()] {
			return errLayout
		}
		seen[c.Slug()], seen[c.ISO2()] = true, true
		for lang, name := range c.Printed().All() {
			if !model.IsPrintable(string(lang)) || !model.IsPrintable(name) {
				return errLayout
			}
		}
	}
	return a.Info().Check()
}

// readForeignAnswers reads the answers of a country of a file that the tests have not
// checked. Where one of them is missing, or is not of the form that Format writes, no
// answer of the country is read: silence would be wrong.
func readForeignAnswers(_ countrySection, answers string) model.Record {
	cur := cursor{rest: answers, foreign: true}
	if r, ok := cur.answers(); ok && len(r.Answers) == model.NumFeatures {
		return r
	}
	r := model.Record{Answers: make(map[model.Feature]model.Answer, model.NumFeatures)}
	for _, f := range model.Features() {
		r.Answers[f] = model.Answer{Unread: "damaged"}
	}
	return r
}
