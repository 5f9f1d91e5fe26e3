package data

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/data/names"
	"voxatlas/model"
)

// An edition file is read in four steps, each of which reports its faults and goes
// on with the rest:
//
//	syntax     is it JSON?                                 else nothing can be said
//	scan       null, duplicate members, answers without a state
//	decode     country by country; members that do not fit are left out
//	check      model.Atlas.Violations, on all that was read
//
// A fault that only follows from another one is left out, see follows.

// editionReader reads an edition file and gathers its faults.
type editionReader struct {
	limit      int                // how many faults are spelled out
	budget     int                // bytes that may still be decoded: bounds the time for a file of very many faults
	found      []fault            // in the order of the steps
	more       int                // further faults
	unreadable []jsontext.Pointer // the places of values that could not be read
}

// fault is a [Fault] before its line is looked up.
type fault struct {
	at   jsontext.Pointer
	text string
	line int // from 1; 0 where it must be looked up
}

// reportFault reports a fault of the value at a place.
func (e *editionReader) reportFault(at jsontext.Pointer, text string) {
	e.addFault(fault{at: at, text: text})
}

func (e *editionReader) addFault(f fault) {
	if len(e.found) >= e.limit {
		e.more++
		return
	}
	e.found = append(e.found, f)
}

// reportUnreadable reports a fault because of which the value at a place is not read.
func (e *editionReader) reportUnreadable(at jsontext.Pointer, text string) {
	e.reportFault(at, text)
	e.unreadable = append(e.unreadable, at)
}

// rawFile is an edition file with countries that have not been decoded.
type rawFile struct {
	File
	Countries rawCountries `json:"countries"`
}

// rawCountries are countries that have not been decoded, one more than
// [MaxCountries] at most: a file of very many must not fill the memory.
type rawCountries []jsontext.Value

// UnmarshalJSONFrom reads the countries one by one and skips those beyond the limit.
func (cs *rawCountries) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	return decodeItems(dec, jsontext.KindBeginArray, func() error {
		if len(*cs) > MaxCountries {
			return dec.SkipValue()
		}
		v, err := dec.ReadValue()
		*cs = append(*cs, v.Clone())
		return err
	})
}

// readFile reads the edition in b. It returns nil when a fault keeps it from reading on.
func (e *editionReader) readFile(b []byte) *model.Atlas {
	if !jsontext.Value(b).IsValid(jsontext.AllowDuplicateNames(true)) {
		e.reportMalformed(b)
		return nil
	}
	scanFile(b, func(at jsontext.Pointer, f scanFault, text string) {
		if e.reportFault(at, text); f != scanDuplicate { // of duplicates, the last one is read
			e.unreadable = append(e.unreadable, at)
		}
	})
	raw := decodeLenient[rawFile](e, "", b)
	if raw.Schema != EditionSchema && !slices.Contains(e.unreadable, "/schema") {
		e.reportUnreadable("/schema", wrongSchema(raw.Schema))
		if raw.Schema != "" {
			return nil // another version may have other members
		}
	}
	if _, ok := cutChecksum(b); raw.SHA256 != "" && !ok {
		e.reportFault("/sha256", "the checksum does not fit the text before it: the file was changed; take the line out if you trust it")
	}
	if len(raw.Countries) > MaxCountries {
		e.reportFault("/countries", tooManyCountries())
		return nil // countless faults may follow
	}
	a := e.joinAtlas(raw)
	violations, more := a.Violations(max(e.limit, 1) + len(e.unreadable)) // some of which may follow from those
	e.more += more
	for _, v := range violations {
		if at := jsonPointer(v.Path...); !e.follows(at) {
			e.reportFault(at, violationText(v, a, len(raw.Countries)))
		}
	}
	return a
}

// reportMalformed reports the one fault of a file that is not JSON.
func (e *editionReader) reportMalformed(b []byte) {
	err := json.Unmarshal(b, new(jsontext.Value), jsontext.AllowDuplicateNames(true))
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		offset := max(0, min(syntax.ByteOffset, int64(len(b))))
		e.addFault(fault{syntax.JSONPointer, syntaxText(syntax), 1 + bytes.Count(b[:offset], []byte("\n"))})
		return
	}
	e.addFault(fault{text: "not JSON", line: 1}) // cannot be: syntax errors have this type
}

// joinAtlas joins the countries and destinations of raw with the names table. Where
// the table has no entry, that is reported and unknownEntry stands for it.
func (e *editionReader) joinAtlas(raw rawFile) *model.Atlas {
	countries := make([]*model.Country, 0, len(raw.Countries))
	for i, b := range raw.Countries {
		countries = append(countries, e.decodeCountry(jsonPointer("countries", strconv.Itoa(i)), b))
	}
	ds := make([]model.Destination, 0, len(raw.Destinations))
	for i, d := range raw.Destinations {
		entry := e.nameEntry(jsonPointer("destinations", strconv.Itoa(i)), d.ISO2)
		ds = append(ds, d.withNames(entry))
	}
	return model.NewAtlas(raw.info(), countries, model.ListOf(ds...))
}

// decodeCountry decodes the country in b, which stands at a place of the file.
func (e *editionReader) decodeCountry(at jsontext.Pointer, b []byte) *model.Country {
	c := decodeLenient[Country](e, at, b)
	entry := e.nameEntry(at, c.ISO2)
	answers := at.AppendToken("answers")
	for _, f := range model.Features() {
		answer := answers.AppendToken(f.Key())
		// A forgotten answer must not be read as "not stated".
		if _, ok := c.Answers[f]; !ok && !e.follows(answer) {
			e.reportFault(answers, "no answer to "+f.Key()+`; where the source is silent, write {"state": "unstated"}`)
		}
		for _, member := range c.Answers[f].emptyObjects() {
			if at := answer.AppendToken(member); !e.follows(at) {
				e.reportFault(at, member+" says nothing; leave it out")
			}
		}
	}
	return model.NewCountry(c.fullRecord(entry))
}

// nameEntry finds the entry of the names table for the code of the country or
// destination at a place.
func (e *editionReader) nameEntry(at jsontext.Pointer, iso2 string) names.Entry {
	entry, ok := names.Of(iso2)
	if ok {
		return entry
	}
	if at := at.AppendToken("iso2"); !e.follows(at) {
		e.reportUnreadable(at, unknownCode(iso2))
	}
	return unknownEntry(iso2)
}

// unknownEntry makes an entry that breaks no rule, so that the unknown code is the
// only fault.
func unknownEntry(iso2 string) names.Entry {
	some := model.NamesOf(map[model.Lang]string{model.English: "?"})
	return names.Entry{ISO2: iso2, ISO3: "???", Names: some}
}

// follows reports whether a fault at a place may follow from a value that could
// not be read: within it, or next to it in the same answer, condition or warning.
func (e *editionReader) follows(at jsontext.Pointer) bool {
	if len(e.unreadable) == 0 {
		return false
	}
	steps := len(slices.Collect(at.Tokens()))
	narrow := steps >= 4 || steps == 2 && jsonPointer("destinations").Contains(at)
	return slices.ContainsFunc(e.unreadable, func(b jsontext.Pointer) bool {
		return b.Contains(at) || narrow && at.Contains(b) || b == "/destinations" && strings.HasSuffix(string(at), "/destinations/listed")
	})
}

// violationText puts the slug of the country, if the violation is in one, before its
// text. The file has that many countries.
func violationText(v *model.Violation, a *model.Atlas, countries int) string {
	if len(v.Path) < 2 || v.Path[0] != "countries" {
		return v.Text
	}
	i, err := strconv.Atoi(v.Path[1])
	if err != nil || i >= countries {
		return v.Text
	}
	for c := range a.Countries() {
		if i--; i < 0 {
			return model.Clean(c.Slug(), 60) + ": " + v.Text
		}
	}
	return v.Text
}

// sortedFaults lists the faults in b by line, each once.
func (e *editionReader) sortedFaults(b []byte) []Fault {
	var at []jsontext.Pointer
	for _, f := range e.found {
		at = append(at, f.at)
	}
	lines := lineNumbers(b, at)
	var faults []Fault
	for _, f := range e.found {
		faults = append(faults, Fault{cmp.Or(f.line, lines[f.at]), model.Clean(string(f.at), 120), f.text})
	}
	slices.SortStableFunc(faults, func(a, b Fault) int { return cmp.Compare(a.Line, b.Line) })
	return slices.Compact(faults)
}
