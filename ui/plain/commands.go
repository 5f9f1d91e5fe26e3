package plain

import (
	"slices"
	"strconv"
	"strings"

	"github.com/anmitsu/go-shlex"
	"golang.org/x/text/unicode/norm"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/rows"
)

// command is a command of plain mode. Its words in each language are the text
// plain.word.NAME of the catalogs, its help plain.help.NAME.
type command struct {
	name string
	do   func(r reply, rest string) (quits bool)
}

// commands returns the commands, in the order of the help.
func commands() []command {
	return []command{
		{"search", func(r reply, rest string) bool { r.findCountries(rest); return false }},
		{"show", func(r reply, rest string) bool { return r.runForCountry("show", rest) }},
		{"list", reply.doList},
		{"filter", reply.doFilter},
		{"compare", reply.doCompare},
		{"table", reply.doTable},
		{"info", func(r reply, rest string) bool { return r.runCommand("services", rest) }},
		{"changes", func(r reply, rest string) bool { return r.runCommand("changes", rest) }},
		{"history", func(r reply, rest string) bool { return r.runForCountry("history", rest) }},
		{"stats", func(r reply, rest string) bool { return r.runCommand("stats", rest, r.whereArgs()...) }},
		{"destinations", func(r reply, rest string) bool { return r.runCommand("destinations", rest) }},
		{"language", reply.doLanguage},
		{"edition", reply.doEdition},
		{"version", func(r reply, rest string) bool { return r.runCommand("version", rest) }},
		{"help", reply.doHelp},
		{"quit", func(reply, string) bool { return true }},
	}
}

// commandOf returns the command of a word of any language.
func (r reply) commandOf(word string) (command, bool) {
	for _, c := range commands() {
		if r.isWord("plain.word."+c.name, word) {
			return c, true
		}
	}
	return command{}, false
}

// runCommand runs a command of the command line with the rest of a line as its arguments, and
// with more, a flag --where, if the rest has none.
func (r reply) runCommand(name, rest string, more ...string) (quits bool) {
	args, ok := r.split(rest)
	if ok {
		if len(more) > 0 && !slices.ContainsFunc(args, func(a string) bool { return strings.HasPrefix(a, "--where") }) {
			args = append(args, more...)
		}
		r.run(append([]string{name}, args...)...)
	}
	return false
}

// splitNames splits the rest of a line at the signs that part names, but not within quotes. A
// line with options is words as a shell has them, and stays whole.
func splitNames(rest string) []string {
	isOption := func(word string) bool { return strings.HasPrefix(strings.TrimLeft(word, `"`), "-") }
	if slices.ContainsFunc(strings.Fields(rest), isOption) {
		return []string{rest}
	}
	const end = '\n' // a line has none
	texts := strings.Split(rest, `"`)
	for i := 0; i < len(texts); i += 2 { // the others are quoted
		texts[i] = strings.Map(func(c rune) rune {
			if strings.ContainsRune(",，、;；", c) {
				return end
			}
			return c
		}, texts[i])
	}
	return strings.Split(strings.Join(texts, `"`), string(end))
}

// split returns the arguments in the rest of a line. Names may be parted by commas instead of
// being quoted; a number stands for the country of the last list.
func (r reply) split(rest string) (args []string, ok bool) {
	parts := splitNames(rest)
	for _, part := range parts {
		if part = strings.TrimSpace(part); len(parts) > 1 && part != "" && !strings.Contains(part, `"`) {
			args = append(args, part)
			continue
		}
		words, err := shlex.Split(part, true)
		if err != nil {
			r.print(r.loc.Text("plain.quotes"))
			return nil, false
		}
		args = append(args, words...)
	}
	for i, arg := range args {
		if n, err := strconv.Atoi(strings.Map(model.HalfWidth, arg)); err == nil && n >= 1 && n <= len(r.list) {
			args[i] = r.list[n-1].Slug()
		}
	}
	return args, true
}

// whereArgs returns the flag for the filter.
func (r reply) whereArgs() []string {
	if r.filter == "" {
		return nil
	}
	return []string{"--where=" + r.filter}
}

// runForCountry runs a command of the command line about the countries in the rest of a line;
// without a name, about the one shown last.
func (r reply) runForCountry(name, rest string) (quits bool) {
	if rest == "" && r.country != nil {
		rest = r.country.Slug()
	}
	return r.runCommand(name, rest)
}

// doList lists the countries that meet the filter, or all.
func (r reply) doList(rest string) bool {
	switch {
	case rest != "":
		return r.runCommand("list", rest)
	case r.filter == "":
		r.printAll()
	default:
		r.printMeeting(r.filter)
	}
	return false
}

// doFilter sets the filter and lists the countries that meet it; without an expression it says
// which filter there is.
func (r reply) doFilter(rest string) bool {
	switch {
	case rest == "" && r.filter == "":
		r.print(r.loc.Text("plain.filter_none"))
	case rest == "":
		r.print(r.loc.Text("plain.filter_is", "expr", r.filter))
	case r.isWord("plain.word.off", rest):
		r.filter, r.list = "", nil
		r.print(r.loc.Text("plain.filter_off"))
	default:
		if r.printMeeting(rest) {
			r.filter = rest
		}
	}
	return false
}

// isWord reports whether s is one of the words of a text, in any language, in capitals or
// full width, too.
func (r reply) isWord(key, s string) bool {
	s = strings.ToLower(norm.NFKC.String(s))
	for _, loc := range r.config.Localizers {
		if slices.Contains(strings.Fields(loc.Text(key)), s) {
			return true
		}
	}
	return false
}

// maxCompared is the number of countries of a list that are compared without being named.
const maxCompared = 6

// doCompare compares countries; without names, the first of the last list.
func (r reply) doCompare(rest string) bool {
	if rest != "" || len(r.list) < 2 {
		return r.runCommand("compare", rest)
	}
	args := []string{"compare"}
	for _, c := range r.list[:min(len(r.list), maxCompared)] {
		args = append(args, c.Slug())
	}
	r.run(args...)
	return false
}

// maxTableLines is the number of lines from which a table must be asked for by "all".
const maxTableLines = 200

// doTable writes answers of many countries: to the questions of some keys, or of named
// countries, else of those that meet the filter.
func (r reply) doTable(rest string) bool {
	features, err := rows.ParseFeatures(rest)
	switch {
	case r.isWord("plain.word.all", rest):
		r.run(append([]string{"table"}, r.whereArgs()...)...)
	case rest != "" && err == nil:
		keys := make([]string, len(features))
		for i, f := range features {
			keys[i] = f.Short()
		}
		r.run(append([]string{"table", "--only", strings.Join(keys, ",")}, r.whereArgs()...)...)
	case rest != "":
		return r.runCommand("table", rest)
	default:
		n := r.edition.Atlas().Len()
		if r.filter != "" {
			list, ok := r.meeting(r.filter)
			if !ok {
				return false
			}
			n = len(list)
		}
		if lines := n * model.NumFeatures; lines > maxTableLines {
			r.print(r.loc.Text("plain.table_long", "lines", assets.Number(lines)))
			return false
		}
		r.run(append([]string{"table"}, r.whereArgs()...)...)
	}
	return false
}

// doLanguage changes the language: to the next one, or to one by its tag.
func (r reply) doLanguage(rest string) bool {
	tag, known := assets.Match(rest)
	var tags []string
	for i, loc := range r.config.Localizers {
		tags = append(tags, string(loc.Lang()))
		if next := r.config.Localizers[(i+1)%len(r.config.Localizers)]; rest == "" && loc.Lang() == r.loc.Lang() {
			tag, known = string(next.Lang()), true
		}
	}
	for _, loc := range r.config.Localizers {
		if known && string(loc.Lang()) == tag {
			r.loc = loc
			r.print(r.loc.Text("plain.language_is", "language", r.loc.Text("language.name")))
			return false
		}
	}
	r.print(r.loc.Text("plain.no_language", "known", r.loc.JoinList(tags)))
	return false
}

// doEdition changes the edition; without a date it tells which one is used, and which there are.
func (r reply) doEdition(rest string) bool {
	var dates []string
	for _, e := range r.config.Library.Editions() {
		if !slices.Contains(dates, e.Date) {
			dates = append(dates, e.Date)
		}
		if rest != e.Date {
			continue
		}
		if _, err := e.Open(); err != nil {
			r.print(r.loc.Text("error.data.embedded", "why", model.Clean(err.Error(), MaxLine)))
			return false
		}
		r.edition, r.list = e, nil
		if r.country != nil {
			r.country = e.Atlas().Counterpart(r.country)
		}
	}
	key := "plain.edition_is"
	if rest != "" && rest != r.edition.Date {
		key = "plain.no_edition"
	}
	r.print(r.loc.Text(key, "date", r.edition.Date, "known", r.loc.JoinList(dates)))
	return false
}

// doHelp lists the commands, a line each, or prints the help of a command of the command line.
func (r reply) doHelp(rest string) bool {
	if rest != "" {
		return r.runCommand("help", rest)
	}
	r.print(r.loc.Text("plain.help.name"), r.loc.Text("plain.help.number"))
	for _, c := range commands() {
		r.print(r.loc.Text("plain.help." + c.name))
	}
	return false
}
