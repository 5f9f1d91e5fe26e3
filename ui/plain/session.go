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
	Library    *library.Library
	Edition    *library.Edition // of the library, to begin with
	Localizers []say.Localizer  // the languages of the interface, at least one
	Lang       model.Lang       // the first language; the first localizer's if no localizer has it
	Country    *model.Country   // of that edition, shown first; or nil
	View       commandline.Command
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

// turn is the answer to one line: where its text goes.
type turn struct {
	*Session
	ctx context.Context
	out io.Writer
}

// Begin writes the greeting, the country or view to begin with, and the prompt.
func (s *Session) Begin(ctx context.Context, out io.Writer) {
	t := turn{s, ctx, out}
	info := s.edition.Atlas().Info()
	t.print(s.loc.Text("plain.title", "asof", s.loc.AsOfShort(info, s.age(info.Date))))
	t.print(s.loc.Text("plain.hint"))
	switch {
	case s.config.View.Name != "":
		t.run(s.config.View.Args()...)
	case s.config.Country != nil:
		t.show(s.config.Country)
	}
	t.prompt()
}

// Answer writes the answer to a line and the prompt for the next one. It reports whether the
// user quits.
func (s *Session) Answer(ctx context.Context, line string, out io.Writer) (over bool) {
	t := turn{s, ctx, out}
	if t.answer(strings.TrimSpace(model.Clean(line, MaxLine))) {
		return true
	}
	t.prompt()
	return false
}

// MaxLine is the number of bytes that a line may have.
const MaxLine = 1000

// TooLong writes that a line has more than [MaxLine] bytes, and the prompt.
func (s *Session) TooLong(out io.Writer) {
	t := turn{Session: s, out: out}
	t.print(s.loc.Count("plain.too_long", MaxLine))
	t.prompt()
}

// answer answers a line: a number, a command, or a name. It reports whether the user quits.
func (t turn) answer(line string) (over bool) {
	word, rest, _ := strings.Cut(line, " ")
	if word == "voxatlas" { // a copied command begins so
		word, rest, _ = strings.Cut(strings.TrimSpace(rest), " ")
	}
	if line == "" {
		return false
	}
	if n, err := strconv.ParseUint(word, 10, 16); err == nil && rest == "" && t.choose(word, int(n)) {
		return false
	}
	if c, ok := t.commandOf(word); ok {
		return c.do(t, strings.TrimSpace(rest))
	}
	t.findCountries(line)
	return false
}

// print writes lines.
func (t turn) print(lines ...string) {
	for _, line := range lines {
		fmt.Fprintln(t.out, line) //nolint:errcheck // the next line, or the end of the session, finds out
	}
}

// prompt announces which kinds of lines may be typed.
func (t turn) prompt() {
	key := "plain.prompt"
	if len(t.list) > 0 {
		key = "plain.prompt_number"
	}
	prompt := t.loc.Text(key)
	switch {
	case t.config.PromptLines:
		prompt += "\n"
	case !strings.HasSuffix(prompt, "："): // it has a blank in itself
		prompt += " "
	}
	fmt.Fprint(t.out, prompt) //nolint:errcheck // as above
}

// run runs a command and writes its page, and below it its errors. It reports whether the
// command succeeded.
func (t turn) run(args ...string) bool {
	var errs bytes.Buffer
	code := t.config.Run(t.ctx, t.edition, t.loc.Lang(), t.out, &errs, args)
	t.printErrors(errs.String())
	return code == 0
}

// printErrors writes the errors of a command without the name of the program, and without the
// flag that stands for the filter.
func (t turn) printErrors(errs string) {
	for line := range strings.Lines(errs) {
		line = strings.TrimPrefix(strings.TrimRight(line, "\n"), "voxatlas: ")
		t.print(strings.TrimPrefix(line, t.loc.Labelled("--where", "")))
	}
}

// show writes the answers of a country, a line each, and how to hear more; it remembers the
// country.
func (t turn) show(c *model.Country) {
	t.country = c
	if t.run("show", c.Slug(), "--brief") {
		t.print(t.loc.Text("plain.more"))
	}
}

// age returns the age of an edition of a date; unknown without a clock.
func (s *Session) age(date string) model.Age {
	if s.config.Now == nil {
		return model.Age{}
	}
	return model.AgeOf(date, s.config.Now())
}
