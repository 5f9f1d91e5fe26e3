package data

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/data/names"
	"voxatlas/model"
)

// Fault is something wrong in an edition file.
type Fault struct {
	Line int    // from 1
	Path string // of the value, as a JSON Pointer; of the nearest one around what is missing
	Text string // what is wrong with it
}

// Error says all in a line that may be shown as it is.
func (f Fault) Error() string {
	where := "line " + strconv.Itoa(f.Line)
	if f.Path != "" {
		where += ", " + f.Path
	}
	return where + ": " + f.Text
}

// Verdict is what can be said about an edition file.
type Verdict struct {
	Edition   model.Edition // as far as it can be read
	Countries int
	Faults    []Fault // by line; none when the edition is valid
	More      int     // at least so many more
}

// Validate says everything that is wrong with an edition, at most limit faults
// spelled out. What it finds nothing wrong with, [Load] reads, and the reverse. The
// error is that of reading, or a [FileError].
func Validate(r io.Reader, limit int) (Verdict, error) {
	b, err := readAll(r)
	if err != nil {
		return Verdict{}, err
	}
	if len(bytes.TrimSpace(b)) == 0 {
		return Verdict{}, Empty
	}
	v := &validator{limit: limit, budget: 64 << 20}
	verdict := v.file(b)
	verdict.Faults, verdict.More = v.told(b), v.more
	return verdict, nil
}

// ValidateFile is [Validate] for the regular file at path.
func ValidateFile(path string, limit int) (v Verdict, err error) {
	err = regular(path, func(r io.Reader) error {
		v, err = Validate(r, limit)
		return err
	})
	return v, err
}

// validator gathers the faults of a file.
type validator struct {
	limit  int
	budget int // bytes that may still be decoded: a file made for it would be decoded for ever
	found  []found
	more   int
	broken []jsontext.Pointer // values that could not be read: what follows from that is not told
}

type found struct {
	at   jsontext.Pointer
	text string
	line int // 0 where it is yet to be looked up
}

func (v *validator) add(f found) {
	if len(v.found) >= v.limit {
		v.more++
		return
	}
	v.found = append(v.found, f)
}

// unread says that the value at a place could not be read.
func (v *validator) unread(at jsontext.Pointer, text string) {
	v.add(found{at: at, text: text})
	v.broken = append(v.broken, at)
}

// rawFile is an edition file whose countries have not been decoded.
type rawFile struct {
	File
	Countries []jsontext.Value `json:"countries"`
}

// file looks for everything that is wrong with b.
func (v *validator) file(b []byte) (verdict Verdict) {
	if err := json.Unmarshal(b, new(jsontext.Value), jsontext.AllowDuplicateNames(true)); err != nil {
		v.malformed(b, err)
		return verdict
	}
	scanned(b, func(at jsontext.Pointer, text string) {
		if v.add(found{at: at, text: text}); !strings.HasPrefix(text, "member ") {
			v.broken = append(v.broken, at)
		}
	})
	raw := lenient[rawFile](v, "", b)
	if raw.Schema != EditionSchema && !slices.Contains(v.broken, "/schema") {
		v.unread("/schema", wrongSchema(raw.Schema).Error())
		if raw.Schema != "" {
			return verdict // whatever else stands in it
		}
	}
	a := v.atlas(raw)
	broken, more := a.Violations(max(v.limit, 1) + len(v.broken)) // some of which follow from what could not be read
	v.more += more
	for _, p := range broken {
		if at := pointer(p.Path...); !v.follows(at) {
			v.add(found{at: at, text: about(raw, a, p)})
		}
	}
	return Verdict{Edition: a.Edition(), Countries: a.Len()}
}

// malformed notes why b is no JSON: there is but one fault to tell.
func (v *validator) malformed(b []byte, err error) {
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		offset := max(0, min(syntax.ByteOffset, int64(len(b))))
		v.add(found{syntax.JSONPointer, malformed(syntax), 1 + bytes.Count(b[:offset], []byte("\n"))})
		return
	}
	v.add(found{text: model.Clean(err.Error(), 200), line: 1})
}

// atlas joins what was read with the names table. What it needs and does not find
// is noted; something stands in its place.
func (v *validator) atlas(raw rawFile) *model.Atlas {
	if len(raw.Countries) > MaxCountries {
		v.unread("/countries", tooMany().Error())
		raw.Countries = raw.Countries[:MaxCountries]
	}
	var countries []*model.Country
	for i, b := range raw.Countries {
		place := pointer("countries", strconv.Itoa(i))
		c := lenient[Country](v, place, b)
		e, ok := names.Of(c.ISO2)
		if !ok {
			if at := place.AppendToken("iso2"); !v.follows(at) {
				v.unread(at, errUnknownCode(c.ISO2).Error())
			}
			e = nameless(c.ISO2)
		}
		for _, f := range model.Features() {
			if _, ok := c.Answers[f]; !ok && !v.follows(place.AppendToken("answers").AppendToken(f.Key())) {
				v.add(found{at: place.AppendToken("answers"), text: noAnswer(f).Error()})
			}
			for _, member := range c.Answers[f].hollow() {
				v.hollow(place.AppendToken("answers").AppendToken(f.Key()).AppendToken(member), member)
			}
		}
		countries = append(countries, model.NewCountry(c.whole(e)))
	}
	var ds []model.Destination
	for i, d := range raw.Destinations {
		e, ok := names.Of(d.ISO2)
		if !ok {
			v.unread(pointer("destinations", strconv.Itoa(i), "iso2"), errUnknownCode(d.ISO2).Error())
			e = nameless(d.ISO2)
		}
		ds = append(ds, d.place(e))
	}
	return model.NewAtlas(raw.edition(), countries, model.ListOf(ds...))
}

// hollow notes a member that says nothing, unless its own could not be read.
func (v *validator) hollow(at jsontext.Pointer, member string) {
	if !v.follows(at) {
		v.add(found{at: at, text: isHollow(member).Error()})
	}
}

// nameless stands for what the names table does not know.
func nameless(iso2 string) names.Entry {
	some := model.NamesOf(map[model.Lang]string{model.English: "?", model.TraditionalChinese: "?"})
	return names.Entry{ISO2: iso2, ISO3: "???", Names: some}
}

// follows reports whether what is wrong at a place follows from something that
// could not be read: in it, or next to it in the same answer or note.
func (v *validator) follows(at jsontext.Pointer) bool {
	steps := len(slices.Collect(at.Tokens()))
	narrow := steps >= 4 || steps == 2 && pointer("destinations").Contains(at)
	return slices.ContainsFunc(v.broken, func(b jsontext.Pointer) bool {
		return b.Contains(at) || narrow && at.Contains(b) || b == "/destinations" && strings.HasSuffix(string(at), "/destinations/listed")
	})
}

// about is what a broken promise says, with the slug of the country that breaks it.
func about(raw rawFile, a *model.Atlas, p *model.Violation) string {
	if len(p.Path) < 2 || p.Path[0] != "countries" {
		return p.Text
	}
	i, err := strconv.Atoi(p.Path[1])
	if err != nil || i >= len(raw.Countries) {
		return p.Text
	}
	for c := range a.Countries() {
		if i--; i < 0 {
			return model.Clean(c.Slug(), 60) + ": " + p.Text
		}
	}
	return p.Text
}

// told is what was found, by line.
func (v *validator) told(b []byte) []Fault {
	var wanted []jsontext.Pointer
	for _, f := range v.found {
		wanted = append(wanted, f.at)
	}
	at := lines(b, wanted)
	var faults []Fault
	for _, f := range v.found {
		faults = append(faults, Fault{cmp.Or(f.line, at[f.at]), shown(f.at), f.text})
	}
	slices.SortStableFunc(faults, func(a, b Fault) int { return cmp.Compare(a.Line, b.Line) })
	return slices.Compact(faults)
}
