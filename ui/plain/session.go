package plain

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/say"
)

// Config holds the facts, the languages and the start of a session.
type Config struct {
	commandline.StartOptions
	Localizers []say.Localizer  // the languages of the interface, at least one
	Now        func() time.Time // the clock that ages are reckoned by; nil for none

	// Run runs a command of the command line about an edition and in a language, which
	// prints a plain page and its errors, and returns the exit code.
	Run func(ctx context.Context, e *library.Edition, lang model.Lang, out, errs io.Writer, args []string) int

	// PromptLines ends the line of a prompt. Otherwise the line break of the user does, which a
	// terminal shows.
	PromptLines bool
}

// Session is the state of plain mode for one user. Make one with [New].
type Session struct {
	config  Config
	loc     say.Localizer
	edition *library.Edition
	country *model.Country   // shown last; nil for none
	list    []*model.Country // the last numbered one
	filter  string           // an expression; "" for none
}

// New returns a session that has shown nothing yet.
func New(c Config) *Session {
	s := &Session{config: c, loc: c.Localizers[0], edition: cmp.Or(c.Edition, c.Library.Newest())}
	for _, loc := range c.Localizers {
		if loc.Lang() == c.Lang {
			s.loc = loc
		}
	}
	return s
}

// reply writes the answer to one line, or the greeting, to out.
type reply struct {
	*Session
	ctx context.Context
	out io.Writer
}

// Begin writes the greeting, the country or view to begin with, and the prompt.
func (s *Session) Begin(ctx context.Context, out io.Writer) {
	r := reply{s, ctx, out}
	info := s.edition.Atlas().Info()
	r.print(s.loc.Text("plain.title", "asof", s.loc.AsOfShort(info, s.age(info.Date))))
	r.print(s.loc.Text("plain.hint"))
	switch {
	case s.config.View.Name != "":
		r.run(s.config.View.Args()...)
	case s.config.Country != nil:
		r.show(s.config.Country)
	}
	r.prompt()
}

// AnswerLine writes the answer to a line and the prompt for the next one. It reports whether the
// user quits.
func (s *Session) AnswerLine(ctx context.Context, line string, out io.Writer) (over bool) {
	r := reply{s, ctx, out}
	if r.answer(strings.TrimSpace(model.Clean(line, MaxLine))) {
		return true
	}
	r.prompt()
	return false
}

// MaxLine is the number of bytes that a line may have.
const MaxLine = 1000

// TooLong writes that a line has more than [MaxLine] bytes, and the prompt.
func (s *Session) TooLong(out io.Writer) {
	r := reply{Session: s, out: out}
	r.print(s.loc.Count("plain.too_long", MaxLine))
	r.prompt()
}

// answer answers a line: a number, a command, or a name. It reports whether the user quits.
// Chinese input methods type wide blanks and digits.
func (r reply) answer(line string) (over bool) {
	line = strings.ReplaceAll(line, "\u3000", " ")
	word, rest, _ := strings.Cut(line, " ")
	if word == "voxatlas" { // a copied command begins so
		word, rest, _ = strings.Cut(strings.TrimSpace(rest), " ")
	}
	if line == "" {
		return false
	}
	digits := strings.Map(model.HalfWidth, word)
	if n, err := strconv.ParseUint(digits, 10, 16); err == nil && rest == "" && r.choose(digits, int(n)) {
		return false
	}
	if c, ok := r.commandOf(word); ok {
		return c.do(r, strings.TrimSpace(rest))
	}
	r.findCountries(line)
	return false
}

// print writes lines.
func (r reply) print(lines ...string) {
	for _, line := range lines {
		fmt.Fprintln(r.out, line) //nolint:errcheck // the next line, or the end of the session, finds out
	}
}

// prompt announces which kinds of lines may be typed.
func (r reply) prompt() {
	key := "plain.prompt"
	if len(r.list) > 0 {
		key = "plain.prompt_number"
	}
	prompt := r.loc.Text(key)
	switch {
	case r.config.PromptLines:
		prompt += "\n"
	case !strings.HasSuffix(prompt, "："): // it has a blank in itself
		prompt += " "
	}
	fmt.Fprint(r.out, prompt) //nolint:errcheck // as above
}

// run runs a command and writes its page, and below it its errors. It reports whether the
// command succeeded.
func (r reply) run(args ...string) bool {
	var errs bytes.Buffer
	code := r.config.Run(r.ctx, r.edition, r.loc.Lang(), r.out, &errs, args)
	r.printErrors(errs.String())
	return code == 0
}

// printErrors writes the errors of a command without the name of the program, and without the
// flag that stands for the filter.
func (r reply) printErrors(errs string) {
	for line := range strings.Lines(errs) {
		line = strings.TrimPrefix(strings.TrimRight(line, "\n"), "voxatlas: ")
		r.print(strings.TrimPrefix(line, r.loc.Labelled("--where", "")))
	}
}

// show writes the answers of a country, a line each, and how to hear more; it remembers the
// country.
func (r reply) show(c *model.Country) {
	r.country = c
	if r.run("show", c.Slug(), "--brief") {
		r.print(r.loc.Text("plain.more"))
	}
}

// age returns the age of an edition of a date; unknown without a clock.
func (s *Session) age(date string) model.Age {
	if s.config.Now == nil {
		return model.Age{}
	}
	return model.AgeOf(date, s.config.Now())
}
