package cli

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// roffPage is a manual page in roff, for the macros of man(7). Its texts are escaped.
type roffPage struct{ strings.Builder }

// addTitle begins the page of a program: its name in capitals, and the version that stands
// at the foot. Pages of one version are the same, so they have no date.
// Lines are neither stretched nor hyphenated: Chinese text has few blanks to stretch.
func (r *roffPage) addTitle(name, version string) {
	r.addLine(`.TH "` + escapeRoff(name) + `" "1" "" "` + escapeRoff(version) + `"`)
	r.addLine(".ad l\n.nh")
}

// addSection begins a section.
func (r *roffPage) addSection(heading string) { r.addLine(`.SH "` + escapeRoff(heading) + `"`) }

// addSubsection begins a part of a section.
func (r *roffPage) addSubsection(heading string) { r.addLine(`.SS "` + escapeRoff(heading) + `"`) }

// addProse adds a paragraph for each line of text that is not empty.
func (r *roffPage) addProse(text string) {
	for paragraph := range strings.SplitSeq(text, "\n") {
		if paragraph != "" {
			r.addLine(".PP")
			r.addLine(breakable(paragraph))
		}
	}
}

// addVerbatim adds lines as they are, indented, in the font of a terminal.
func (r *roffPage) addVerbatim(lines []string) {
	r.addLine(".PP\n.RS 4\n.nf")
	for _, line := range lines {
		r.addLine(escapeRoff(line))
	}
	r.addLine(".fi\n.RE")
}

// addTerm adds a term in bold, and its description below and indented.
func (r *roffPage) addTerm(term, description string) {
	r.addLine(".TP")
	r.addLine(`\fB` + escapeRoff(term) + `\fR`)
	r.addLine(breakable(description))
}

func (r *roffPage) addLine(line string) {
	r.WriteString(line)
	r.WriteByte('\n')
}

// breakable returns text, escaped, that roff may break at blanks, and beside other
// characters than ASCII's wherever Unicode's rules allow it: Chinese has no blanks.
func breakable(text string) string {
	var b strings.Builder
	for state := -1; text != ""; {
		var segment string
		segment, text, _, state = uniseg.FirstLineSegmentInString(text, state)
		b.WriteString(escapeRoff(segment))
		before, _ := utf8.DecodeLastRuneInString(segment)
		after, _ := utf8.DecodeRuneInString(text)
		if text != "" && before != ' ' && (before > unicode.MaxASCII || after > unicode.MaxASCII) {
			b.WriteString(`\:`)
		}
	}
	return b.String()
}

// escapeRoff returns text that roff prints as it is: a backslash, a hyphen that stays one
// when it is copied from the page, a quote within an argument of a macro, and a line that
// begins like a request.
func escapeRoff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, `"`, `\(dq`, "'", `\(aq`, "`", `\(ga`, "~", `\(ti`, "^", `\(ha`).Replace(text)
	if strings.HasPrefix(text, ".") {
		return `\&` + text
	}
	return text
}
