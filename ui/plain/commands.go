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
	do   func(t turn, rest string) (quits bool)
}

// commands returns the commands, in the order of the help.
func commands() []command {
	return []command{
		{"search", func(t turn, rest string) bool { t.findCountries(rest); return false }},
		{"show", turn.doShow},
		{"list", turn.doList},
		{"filter", turn.doFilter},
		{"compare", turn.doCompare},
		{"table", turn.doTable},
		{"info", func(t turn, rest string) bool { return t.pass("services", rest) }},
		{"changes", func(t turn, rest string) bool { return t.pass("changes", rest) }},
		{"history", turn.doHistory},
		{"stats", func(t turn, rest string) bool { return t.pass("stats", rest, t.whereArgs()...) }},
		{"destinations", func(t turn, rest string) bool { return t.pass("destinations", rest) }},
		{"language", turn.doLanguage},
		{"edition", turn.doEdition},
		{"version", func(t turn, rest string) bool { return t.pass("version", rest) }},
		{"help", turn.doHelp},
		{"quit", func(turn, string) bool { return true }},
	}
}

// commandOf returns the command of a word of any language.
func (t turn) commandOf(word string) (command, bool) {
	for _, c := range commands() {
		if t.isWord("plain.word."+c.name, word) {
			return c, true
		}
	}
	return command{}, false
}

// pass runs a command of the command line with the rest of a line as its arguments, and with
// further ones if the rest has none of them.
func (t turn) pass(name, rest string, more ...string) (quits bool) {
	args, ok := t.split(rest)
	if ok {
		if len(more) > 0 && !slices.ContainsFunc(args, func(a string) bool { return strings.HasPrefix(a, "--where") }) {
			args = append(args, more...)
		}
		t.run(append([]string{name}, args...)...)
	}
	return false
}

// split returns the arguments in the rest of a line. Names may be parted by commas instead of
// being quoted; a number stands for the country of the last list.
func (t turn) split(rest string) (args []string, ok bool) {
	if strings.ContainsAny(rest, ",，、;；") && !strings.Contains(rest, "-") {
		for _, name := range strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(",，、;；", r) }) {
			args = append(args, strings.TrimSpace(name))
		}
	} else {
		var err error
		if args, err = shlex.Split(rest, true); err != nil {
			t.print(t.loc.Text("plain.quotes"))
			return nil, false
		}
	}
	for i, arg := range args {
		if n, err := strconv.Atoi(arg); err == nil && n >= 1 && n <= len(t.list) {
			args[i] = t.list[n-1].Slug()
		}
	}
	return args, true
}

// whereArgs returns the flag for the filter.
func (t turn) whereArgs() []string {
	if t.filter == "" {
		return nil
	}
	return []string{"--where=" + t.filter}
}

// doShow shows countries with the addresses of their pages; without a name, the last one.
func (t turn) doShow(rest string) bool {
	if rest == "" && t.country != nil {
		rest = t.country.Slug()
	}
	return t.pass("show", rest)
}

// doHistory shows a country through all editions; without a name, the last one.
func (t turn) doHistory(rest string) bool {
	if rest == "" && t.country != nil {
		rest = t.country.Slug()
	}
	return t.pass("history", rest)
}

// doList lists the countries that meet the filter, or all.
func (t turn) doList(rest string) bool {
	switch {
	case rest != "":
		return t.pass("list", rest)
	case t.filter == "":
		t.printAll()
	default:
		t.printMeeting(t.filter)
	}
	return false
}

// doFilter sets the filter and lists the countries that meet it; without an expression it says
// which filter there is.
func (t turn) doFilter(rest string) bool {
	switch {
	case rest == "" && t.filter == "":
		t.print(t.loc.Text("plain.filter_none"))
	case rest == "":
		t.print(t.loc.Text("plain.filter_is", "expr", t.filter))
	case t.isWord("plain.word.off", rest):
		t.filter, t.list = "", nil
		t.print(t.loc.Text("plain.filter_off"))
	default:
		if t.printMeeting(rest) {
			t.filter = rest
		}
	}
	return false
}

// isWord reports whether s is one of the words of a text, in any language, in capitals or
// full width, too.
func (t turn) isWord(key, s string) bool {
	s = strings.ToLower(norm.NFKC.String(s))
	for _, loc := range t.config.Localizers {
		if slices.Contains(strings.Fields(loc.Text(key)), s) {
			return true
		}
	}
	return false
}

// maxCompared is the number of countries of a list that are compared without being named.
const maxCompared = 6

// doCompare compares countries; without names, the first of the last list.
func (t turn) doCompare(rest string) bool {
	if rest != "" || len(t.list) < 2 {
		return t.pass("compare", rest)
	}
	args := []string{"compare"}
	for _, c := range t.list[:min(len(t.list), maxCompared)] {
		args = append(args, c.Slug())
	}
	t.run(args...)
	return false
}

// maxTableLines is the number of lines from which a table must be asked for by "all".
const maxTableLines = 200

// doTable writes answers of many countries: to the questions of some keys, or of named
// countries, else of those that meet the filter.
func (t turn) doTable(rest string) bool {
	features, err := rows.ParseFeatures(rest)
	switch {
	case t.isWord("plain.word.all", rest):
		t.run(append([]string{"table"}, t.whereArgs()...)...)
	case rest != "" && err == nil:
		keys := make([]string, len(features))
		for i, f := range features {
			keys[i] = f.Short()
		}
		t.run(append([]string{"table", "--only", strings.Join(keys, ",")}, t.whereArgs()...)...)
	case rest != "":
		return t.pass("table", rest)
	default:
		n := t.edition.Atlas().Len()
		if t.filter != "" {
			list, ok := t.meeting(t.filter)
			if !ok {
				return false
			}
			n = len(list)
		}
		if lines := n * model.NumFeatures; lines > maxTableLines {
			t.print(t.loc.Text("plain.table_long", "lines", assets.Number(lines)))
			return false
		}
		t.run(append([]string{"table"}, t.whereArgs()...)...)
	}
	return false
}

// doLanguage changes the language: to the next one, or to one by its tag.
func (t turn) doLanguage(rest string) bool {
	tag, known := assets.Match(rest)
	var tags []string
	for i, loc := range t.config.Localizers {
		tags = append(tags, string(loc.Lang()))
		if next := t.config.Localizers[(i+1)%len(t.config.Localizers)]; rest == "" && loc.Lang() == t.loc.Lang() {
			tag, known = string(next.Lang()), true
		}
	}
	for _, loc := range t.config.Localizers {
		if known && string(loc.Lang()) == tag {
			t.loc = loc
			t.print(t.loc.Text("plain.language_is", "language", t.loc.Text("language.name")))
			return false
		}
	}
	t.print(t.loc.Text("plain.no_language", "known", t.loc.JoinList(tags)))
	return false
}

// doEdition changes the edition; without a date it tells which one is used, and which there are.
func (t turn) doEdition(rest string) bool {
	var dates []string
	for _, e := range t.config.Library.Editions() {
		if !slices.Contains(dates, e.Date) {
			dates = append(dates, e.Date)
		}
		if rest != e.Date {
			continue
		}
		if _, err := e.Open(); err != nil {
			t.print(t.loc.Text("error.data.embedded", "why", model.Clean(err.Error(), MaxLine)))
			return false
		}
		t.edition, t.list = e, nil
		if t.country != nil {
			t.country = e.Atlas().Counterpart(t.country)
		}
	}
	key := "plain.edition_is"
	if rest != "" && rest != t.edition.Date {
		key = "plain.no_edition"
	}
	t.print(t.loc.Text(key, "date", t.edition.Date, "known", t.loc.JoinList(dates)))
	return false
}

// doHelp lists the commands, a line each, or prints the help of a command of the command line.
func (t turn) doHelp(rest string) bool {
	if rest != "" {
		return t.pass("help", rest)
	}
	t.print(t.loc.Text("plain.help.name"), t.loc.Text("plain.help.number"))
	for _, c := range commands() {
		t.print(t.loc.Text("plain.help." + c.name))
	}
	return false
}
