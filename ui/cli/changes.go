package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data"
	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// changesOptions holds the flags of the command.
type changesOptions struct {
	from, to string
	where    string
	exitCode bool
	output   output
}

// buildChanges makes cmd the command that compares two editions.
func (p *program) buildChanges(cmd *cobra.Command) {
	var o changesOptions
	p.describe(cmd, "changes [--from DATE] [--to DATE] [COUNTRY...] [--where EXPR] [--exit-code] "+p.outputUsage())
	cmd.ValidArgsFunction = p.completeCountries
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		from, to, err := p.comparedEditions(o.from, o.to)
		if err != nil {
			return err
		}
		d := difference{from: from, to: to}
		if d.changes, d.named, err = p.diffCountries(from.Edition, to.Edition, args); err != nil {
			return err
		}
		if cmd.Flags().Changed("where") {
			if err := p.keepMeeting(&d, o.where); err != nil {
				return err
			}
		}
		if p.opens {
			return p.openChanges(cmd.Context(), d)
		}
		switch {
		case o.output.isJSON():
			err = p.printJSON(changeDocuments(d.changes))
		case len(args) > 0 && len(d.named) == 0:
		case o.output.format == formatMarkdown && !o.output.keys:
			p.printReleaseNotes(d)
		case o.output.isTable():
			err = p.writeTable(&o.output, p.changesTable(d), to.Atlas().Info())
		default:
			p.printChanges(d)
		}
		if o.exitCode && len(d.changes) > 0 {
			p.raiseCode(codeNothing)
		}
		return err
	}
	forms := "cli.changes.edition"
	if p.env.Remote {
		forms = "cli.changes.date"
	}
	cmd.Flags().StringVar(&o.from, "from", "", p.localizer.Text("cli.changes.from", "what", p.localizer.Text(forms)))
	cmd.Flags().StringVar(&o.to, "to", "", p.localizer.Text("cli.changes.to", "what", p.localizer.Text(forms)))
	cmd.Flags().StringVar(&o.where, "where", "", p.localizer.Text("cli.changes.where"))
	cmd.Flags().BoolVar(&o.exitCode, "exit-code", false, p.localizer.Text("cli.changes.exit_code"))
	p.addOutputFlags(cmd, &o.output)
	if !p.env.Remote { // see completeGlobals
		for _, flag := range []string{"from", "to"} {
			_ = cmd.RegisterFlagCompletionFunc(flag, p.completeEditions)
		}
	}
}

// completeEditions proposes the dates of the editions, and files.
func (p *program) completeEditions(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return p.editions().Dates(), cobra.ShellCompDirectiveDefault
}

// difference holds the changes between two editions.
type difference struct {
	from, to namedEdition
	changes  []model.Change
	named    []*model.Country // by the arguments
	where    string           // the expression that chose the countries, as a shell has it; "" for none
	meeting  string           // names that expression and the number of these countries
}

// openChanges opens the browser with the changes between two editions, of which the
// browser has only those that follow each other.
func (p *program) openChanges(ctx context.Context, d difference) error {
	if _, err := p.edition(); err != nil { // finds the library
		return err
	}
	if !slices.Contains(p.library.Editions(), d.to.Edition) || p.library.Before(d.to.Edition) != d.from.Edition || len(d.named) > 1 {
		return p.userError(codeMisuse, "error.open.changes")
	}
	return p.openView(ctx, commandline.Command{Name: commandline.Changes, Countries: d.named, Where: d.where, From: d.from.Edition, To: d.to.Edition})
}

// keepMeeting leaves in d only the countries that meet an expression in the later
// edition, be it with a condition.
func (p *program) keepMeeting(d *difference, text string) error {
	later := d.to
	if d.from.Date > d.to.Date {
		later = d.from
	}
	expr, err := p.parseWhere("--where", text, later.Edition)
	if err != nil {
		return err
	}
	p.reportLeft("changes", expr)
	atlas, meeting := later.Atlas(), map[*model.Country]bool{}
	for _, c := range rows.Judge(atlas.Countries(), expr).Countries() {
		meeting[c] = true
	}
	if len(meeting) == 0 {
		return p.userError(codeNothing, "error.changes.nobody", "expr", quotable(expr.String()), "edition", p.editionLabel(later))
	}
	d.where = expr.Shell()
	d.meeting = p.localizer.Count("cli.changes.meeting", len(meeting), "expr", quotable(expr.String()), "edition", p.editionLabel(later))
	d.changes = slices.DeleteFunc(d.changes, func(k model.Change) bool { return !meeting[atlas.Counterpart(k.Country())] })
	d.named = slices.DeleteFunc(d.named, func(c *model.Country) bool { return !meeting[atlas.Counterpart(c)] })
	return nil
}

// diffCountries returns the changes of the countries that args name, and
// these countries; for no args, the changes of all. It prints an error for
// each argument that names none and goes on.
func (p *program) diffCountries(from, to *library.Edition, args []string) ([]model.Change, []*model.Country, error) {
	old, current := from.Atlas(), to.Atlas()
	if len(args) == 0 {
		return p.env.Library.Compare(from, to).All(), nil, nil
	}
	var changes []model.Change
	var countries []*model.Country
	for _, name := range args {
		c, err := p.resolveCountry(to, name)
		if err != nil {
			if gone := from.Index().Resolve(name, p.localizer.Lang()).Country; gone != nil && current.Counterpart(gone) == nil {
				c, err = gone, nil
			}
		}
		var f *userError
		switch {
		case err == nil:
			countries = append(countries, c)
			changes = append(changes, model.DiffCountry(old.Counterpart(c), current.Counterpart(c))...)
		case errors.As(err, &f):
			p.printError(f)
		default:
			return nil, nil, err
		}
	}
	return changes, countries, nil
}

// changeDocument is the JSON of a change: the value of a field in both
// editions. The value of an answer has no conditions and next steps. The
// value of the conditions is a list of [conditionDocument], that of the printed
// names maps languages to names, and that of listed is true or false.
type changeDocument struct {
	Slug  string      `json:"slug"`
	Field model.Field `json:"field"`
	From  any         `json:"from"`
	To    any         `json:"to"`
}

// conditionDocument is the JSON of a condition of a country, with the answers
// that it limits.
type conditionDocument struct {
	Key      string          `json:"key"`
	Features []model.Feature `json:"features"`
	Args     data.Args       `json:"args,omitempty"`
}

func changeDocuments(changes []model.Change) []changeDocument {
	docs := make([]changeDocument, 0, len(changes))
	for _, c := range changes {
		docs = append(docs, changeDocument{c.Country().Slug(), c.Field, changeValue(c.Field, c.From), changeValue(c.Field, c.To)})
	}
	return docs
}

// changeValue returns the value of a field of c; c is nil if the edition
// does not list the country.
func changeValue(f model.Field, c *model.Country) any {
	switch f {
	case model.FieldListed:
		return c != nil
	case model.FieldPrinted:
		return c.Printed().Map()
	case model.FieldConditions:
		docs := []conditionDocument{}
		for _, use := range c.ConditionUses() {
			docs = append(docs, conditionDocument{use.Condition.Key, use.Features.Slice(), use.Condition.Args.Slice()})
		}
		return docs
	}
	a := data.AnswerOf(c.Answer(f.Feature()))
	a.Conditions, a.Next = nil, nil
	return a
}

// printChanges prints the number of changes, then the changes of each
// country.
func (p *program) printChanges(d difference) {
	s := p.newFactPage()
	s.AddText(0, p.localizer.ComparisonTitle(p.editionLabel(d.from), p.editionLabel(d.to)), s.theme.Title)
	if d.meeting != "" {
		s.AddText(0, d.meeting, s.theme.Dim)
	}
	if len(d.changes) > 0 || len(d.named) == 0 { // else there is a line for each country
		s.AddText(0, p.localizer.Total(d.changes), s.theme.Text)
	}
	printed := map[*model.Country]bool{}
	for _, k := range p.localizer.ByCountry(d.changes) {
		printed[k.Country] = true
		s.AddBlank()
		s.addCountryChanges(k)
	}
	for _, c := range d.named {
		if !printed[c] {
			s.AddBlank()
			s.AddText(0, p.localizer.Labelled(c.Name(p.localizer.Lang()), p.localizer.Text("change.none")), s.theme.Text)
		}
	}
	p.printLines(s.Lines)
}

// Columns of a change.
const (
	directionCells = 9
	fieldColumn    = answerIndent + directionCells
)

// addCountryChanges adds the changes of a country.
func (s factPage) addCountryChanges(k say.CountryChanges) {
	s.AddText(0, s.withEnglish(func(loc say.Localizer) string { return k.Country.Name(loc.Lang()) })+"  "+k.Country.ISO2(), s.theme.Strong)
	for _, c := range k.Changes {
		s.addChange(s.localizer.Change(c))
	}
}

// addChange adds a line with a change, with both values if they fit, and
// below it the items that were added and removed.
func (s factPage) addChange(c say.Change) {
	head := text.Span{Text: text.PadLabel(c.Word, directionCells), Style: s.theme.Direction(c.Direction)}
	field, values := s.fieldName(c.Field), c.Values
	switch name := text.PadLabel(field, nameCells); {
	case fieldColumn+text.Width(name)+text.Width(values) <= s.Width:
		s.AddLine(answerIndent, head, text.Span{Text: strings.TrimRight(name+values, " ")})
		values = ""
	case fieldColumn+text.Width(field) <= s.Width:
		s.AddLine(answerIndent, head, text.Span{Text: field})
	default:
		s.AddHanging(answerIndent, s.localizer.Labelled(c.Word, field), head.Style)
	}
	if values != "" {
		s.AddHanging(detailIndent, values, s.theme.Text)
	}
	s.addItems(c.Added, c.Removed)
}
