package xlsx

import "io"

// readTexts reads the shared strings. Each is an <si>; the texts of its <t> are joined.
func (b *Book) readTexts() error {
	if b.strings == "" || b.archive.parts[partKey(b.strings)] == nil {
		return nil
	}
	p, err := b.archive.open(b.strings)
	if err != nil {
		return err
	}
	defer p.close()
	table := textTable{limits: b.archive.limits}
	for {
		t, err := p.nextToken()
		if err == io.EOF { //nolint:errorlint // next returns it as it is
			b.texts = table.all()
			return nil
		}
		if err != nil {
			return p.wrap(err)
		}
		if !t.begins("si") {
			continue
		}
		if table.chunk, err = p.appendRichText(table.chunk, b.archive.limits.text); err != nil {
			return p.wrap(err)
		}
		if !table.endText() {
			return p.fault(TooManyCells, "shared strings")
		}
	}
}

// textTable gathers texts in large pieces, which cost less than a string each.
type textTable struct {
	limits limits
	texts  []string
	chunk  []byte
	ends   []int // of the texts in chunk
	size   int
}

// chunkSize is the size of a full chunk.
const chunkSize = 256 << 10

// endText ends a text that has been appended to chunk. It reports false for too many.
func (t *textTable) endText() bool {
	t.ends = append(t.ends, len(t.chunk))
	if len(t.chunk) >= chunkSize {
		t.cut()
	}
	return len(t.texts)+len(t.ends) <= t.limits.texts && t.size+len(t.chunk) <= t.limits.textBytes
}

// cut moves the texts of chunk to texts.
func (t *textTable) cut() {
	t.size += len(t.chunk)
	whole, at := string(t.chunk), 0
	for _, end := range t.ends {
		t.texts = append(t.texts, decodeUnits(whole[at:end]))
		at = end
	}
	t.chunk, t.ends = t.chunk[:0], t.ends[:0]
}

func (t *textTable) all() []string {
	t.cut()
	return t.texts
}

// appendRichText appends the texts of an element whose start tag was read last: those
// of its <t>, but not the readings of Japanese words (<rPh>). limit is the most bytes.
func (p *part) appendRichText(b []byte, limit int) ([]byte, error) {
	most := len(b) + limit
	for depth := len(p.starts) - 1; len(p.starts) > depth; {
		t, err := p.nextToken()
		switch {
		case err != nil:
			return b, err
		case t.begins("t"):
			if b, err = p.appendContent(b, most); err != nil {
				return b, err
			}
		case t.begins("rPh"), t.begins("rPr"), t.begins("phoneticPr"):
			if err := p.skip(); err != nil {
				return b, err
			}
		}
	}
	return b, nil
}

// appendContent appends the text of an element whose start tag was read last. most is
// the most bytes of b.
func (p *part) appendContent(b []byte, most int) ([]byte, error) {
	for {
		t, err := p.nextToken()
		switch {
		case err != nil:
			return b, err
		case t.kind == endTag:
			return b, nil
		case t.kind == startTag:
			if err := p.skip(); err != nil {
				return b, err
			}
		case len(b)+len(t.text) > most:
			return b, p.fault(TooManyCells, "a text of more than %d bytes", most)
		default:
			b = append(b, t.text...)
		}
	}
}
