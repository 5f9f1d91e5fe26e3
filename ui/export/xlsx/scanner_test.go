package xlsx

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

// scan returns the tags and texts of a document, texts that follow each other joined.
func scan(source io.Reader) (pieces []string, err error) {
	s := &scanner{source: source}
	text := ""
	for {
		t, err := s.nextToken()
		if err != nil {
			if err == io.EOF { //nolint:errorlint // next returns it as it is
				err = nil
			}
			return pieces, err
		}
		if t.kind == textToken {
			text += string(t.text)
			continue
		}
		if text != "" {
			pieces, text = append(pieces, text), ""
		}
		if t.kind == startTag {
			pieces = append(pieces, "<"+string(t.name)+">")
		} else {
			pieces = append(pieces, "</"+string(t.name)+">")
		}
	}
}

// decode is scan by encoding/xml.
func decode(source io.Reader) (pieces []string, err error) {
	d := xml.NewDecoder(source)
	text, depth := "", 0
	for {
		t, err := d.Token()
		if err != nil {
			if err == io.EOF { //nolint:errorlint // Token returns it as it is
				err = nil
			}
			return pieces, err
		}
		add := func(piece string) {
			if text != "" {
				pieces, text = append(pieces, text), ""
			}
			pieces = append(pieces, piece)
		}
		switch t := t.(type) {
		case xml.CharData:
			if depth > 0 {
				text += string(t)
			}
		case xml.StartElement:
			depth++
			add("<" + t.Name.Local + ">")
		case xml.EndElement:
			depth--
			add("</" + t.Name.Local + ">")
		}
	}
}

// compare fails if the scanner reads another document than encoding/xml, of those that
// both accept, or refuses one without a reason.
func compare(t interface {
	Fatalf(string, ...any)
}, document string) {
	want, wantErr := decode(strings.NewReader(document))
	got, err := scan(strings.NewReader(document))
	small, smallErr := scan(iotest.OneByteReader(strings.NewReader(document)))
	if (err == nil) != (smallErr == nil) || !slices.Equal(got, small) {
		t.Fatalf("byte by byte: %q, %v; at once: %q, %v", small, smallErr, got, err)
	}
	if wantErr == nil && err == nil && !slices.Equal(got, want) {
		t.Fatalf("%q:\n%q\nwant\n%q", document, got, want)
	}
}

// FuzzScanner compares the scanner with encoding/xml at any text.
func FuzzScanner(f *testing.F) {
	for _, document := range []string{
		`<?xml version="1.0"?><a b="c>d" e='&lt;'>x<b/>y&amp;&#x53F0;<!-- - --><![CDATA[<]]]></a>`,
		"\uFEFF<x:a>\r\n\r</x:a >", "<a><b></a></b>", "<a", "<a/><b/>", "text<a/>", "<!DOCTYPE a><a/>", "<a>&amp</a>", "<a>&#0;</a>",
	} {
		f.Add(document)
	}
	f.Fuzz(func(t *testing.T, document string) { compare(t, document) })
}

// TestScannerAccepts makes documents that are well formed, some larger than the
// buffer: the scanner reads them all as encoding/xml does.
func TestScannerAccepts(t *testing.T) {
	texts := rapid.OneOf(
		rapid.SampledFrom([]string{"", " ", "\r\n", "\r", "a&amp;b", "&#x53F0;&#65;&apos;&quot;&gt;", "<![CDATA[a&b<c>]]>", "<!-- <a> -->", "<?p a?>", "台灣", "]]", strings.Repeat("長", 30_000), strings.Repeat("&lt;\r\n", 20_000)}),
		rapid.StringMatching(`[a-z ;"'>\r\n台]{0,20}`).Filter(func(s string) bool { return !strings.Contains(s, "]]>") }))
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		var element func(depth int)
		element = func(depth int) {
			name := rapid.SampledFrom([]string{"a", "x:b", "c-d.e", "國"}).Draw(t, "name")
			attributes := rapid.SampledFrom([]string{"", ` r="A1"`, " r = 'a>b' t=\"&lt;\"\n"}).Draw(t, "attributes")
			if rapid.Bool().Draw(t, "empty") {
				b.WriteString("<" + name + attributes + "/>")
				return
			}
			b.WriteString("<" + name + attributes + ">")
			for range rapid.IntRange(0, 4).Draw(t, "children") {
				b.WriteString(texts.Draw(t, "text"))
				if depth < 5 {
					element(depth + 1)
				}
			}
			b.WriteString("</" + name + " >")
		}
		element(0)
		if _, err := scan(strings.NewReader(b.String())); err != nil {
			t.Fatalf("%v: %.500q", err, b.String())
		}
		compare(t, b.String())
	})
}

// TestScannerSourceFails: an error of the source comes out, wherever it happens.
func TestScannerSourceFails(t *testing.T) {
	const document = `<?xml version="1.0"?><a b="c">x<b/>y<!-- c --><![CDATA[<]]></a>`
	for n := range len(document) {
		source := io.MultiReader(strings.NewReader(document[:n]), iotest.ErrReader(errUnpacked))
		if _, err := scan(source); err != errUnpacked { //nolint:errorlint // must be this very one
			t.Fatalf("after %q: %v", document[:n], err)
		}
	}
}

func TestAttributes(t *testing.T) {
	s := &scanner{source: strings.NewReader(`<c xmlns:r="ns" x:r = '1' t="&lt;&#13;` + "\r\n" + `" empty="" bad/>`)}
	tag, err := s.nextToken()
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // looking changes nothing
		for name, want := range map[string]string{"r": "1", "t": "<\r\n", "empty": "", "bad": "none", "x": "none"} {
			value, found := tag.attribute(name)
			if !found {
				value = []byte("none")
			}
			if !bytes.Equal(value, []byte(want)) {
				t.Errorf("%s: %q", name, value)
			}
		}
	}
}
