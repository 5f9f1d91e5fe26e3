package cli

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/commandline"
	"voxatlas/ui/export"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// where holds the flags that choose countries by an expression.
type where struct {
	expr         string
	noConditions bool // leave out those that meet it with a condition
	failing      bool // add those that do not meet it
}

// addWhereFlags adds the flags of w.
func (p *program) addWhereFlags(cmd *cobra.Command, w *where) {
	p.addWhereFlag(cmd, &w.expr)
	fs := cmd.Flags()
	fs.BoolVar(&w.noConditions, "no-conditions", false, p.localizer.Text("cli.list.no_conditions"))
	fs.BoolVar(&w.failing, "failing", false, p.localizer.Text("cli.list.failing"))
}

// addWhereFlag adds the flag --where.
func (p *program) addWhereFlag(cmd *cobra.Command, expr *string) {
	cmd.Flags().StringVar(expr, "where", "", p.localizer.Text("cli.list.where"))
}

// parseWhere parses an expression about the countries of an edition.
func (p *program) parseWhere(flag, expr string, e *library.Edition) (query.Expr, error) {
	parsed, err := p.parseExpr(expr, p.queryEnv(e))
	var mistake *query.Error
	if errors.As(err, &mistake) {
		return parsed, p.whereError(flag, mistake)
	}
	return parsed, err
}

// queryEnv returns all that expressions about the countries of e need. Words are
// described in every language.
func (p *program) queryEnv(e *library.Edition) query.Env {
	env := cmp.Or(p.library, p.editions()).QueryEnv(e)
	env.Describe = func(w query.Word) []string {
		descriptions := make([]string, len(p.env.Localizers))
		for i, loc := range p.env.Localizers {
			descriptions[i] = loc.QueryWord(w)
		}
		return descriptions
	}
	return env
}

// whereError returns the error of a mistake in an expression. It proposes the nearest
// word, or lists those that there are. A city that is nowhere is nothing found.
func (p *program) whereError(flag string, e *query.Error) *userError {
	code := codeMisuse
	if e.Kind == query.UnknownCity {
		code = codeNothing
	}
	key, mistake := "error.where.at", p.localizer.Mistake(e, "program", p.commandPrefix())
	switch {
	case e.Kind == query.Empty:
		key = "error.where.in"
	case e.Kind == query.NoneOfOnesOwn && p.env.Remote:
		mistake = p.localizer.Text("mistake.mine_remote")
	}
	return p.userError(code, key, "flag", flag, "column", assets.Number(e.Column), "mistake", mistake)
}

// judgeCountries judges countries, and returns the groups that w asks for, the best
// first. It tells on Err which countries left the list since an earlier edition.
func (p *program) judgeCountries(w where, expr query.Expr, a *model.Atlas) [][]rows.Judged {
	p.reportLeft("list", expr)
	groups := rows.Judge(a.Countries(), expr)
	wanted := [][]rows.Judged{groups.Meets}
	if !w.noConditions {
		wanted = append(wanted, groups.Conditional)
	}
	if w.failing {
		wanted = append(wanted, groups.NotRead, groups.Fails)
	}
	return wanted
}

// listWhere prints the countries that meet an expression.
func (p *program) listWhere(ctx context.Context, w where, o *output) error {
	e, err := p.edition()
	if err != nil {
		return err
	}
	expr, err := p.parseWhere("--where", w.expr, e)
	if err != nil {
		return err
	}
	groups := p.judgeCountries(w, expr, e.Atlas())
	met := len(groups[0])
	if !w.noConditions {
		met += len(groups[1])
	}
	switch info := e.Atlas().Info(); {
	case p.opens && met > 0:
		return p.openView(ctx, commandline.Command{Name: commandline.List, Where: expr.Shell(), Failing: w.failing})
	case p.opens:
	case o.isJSON():
		err = p.printJSON(p.judgedDocuments(groups, expr.Features()))
	case o.isTable() && len(slices.Concat(groups...)) > 0:
		err = p.writeTable(o, p.judgedTable(groups, expr.Features(), info), info)
	case !o.isTable():
		p.printLines(p.judgedLines(groups, expr.Features(), info))
	}
	if err == nil && met == 0 {
		return p.userError(codeNothing, "error.where.nobody", "expr", quotable(expr.String()), "edition", e.Date)
	}
	return err
}

// minReasonCells is the least width of a column of reasons. On a narrower terminal
// they stand below the country.
const minReasonCells = 30

// judgedLines returns a heading and a line for each country of every group, sorted as
// in a dictionary, with the reasons that decide; the later notes about named, the answers
// of the expression; and the date of the facts.
func (p *program) judgedLines(groups [][]rows.Judged, named []model.Feature, info model.EditionInfo) []text.Line {
	theme, width := p.theme(), p.env.Width
	if width <= 0 {
		width = math.MaxInt // a line for each country, for other programs
	}
	label := 0
	for _, group := range groups {
		for _, j := range group {
			label = max(label, text.Width(p.judgedLabel(j.Country)))
		}
	}
	label += len("  ")
	var lines []text.Line
	var notes noteNumbers
	for _, group := range groups {
		if len(group) == 0 {
			continue
		}
		p.sortJudged(group)
		heading := p.localizer.Text("verdict."+group[0].Result.Verdict.String(), "count", assets.Number(len(group)))
		lines = append(lines, text.Wrapped(heading, theme.Strong, 0, width)...)
		for _, j := range group {
			name, reasons := p.judgedLabel(j.Country), p.numberedReasons(j, named, &notes, p.wholeReason)
			if width-label >= minReasonCells {
				lines = append(lines, text.WithPrefix(text.Span{Text: text.PadLabel(name, label), Style: theme.Text}, reasons, theme.Text, width)...)
				continue
			}
			lines = append(lines, text.Wrapped(name, theme.Text, 0, width)...)
			lines = append(lines, text.Wrapped(reasons, theme.Dim, detailIndent, width)...)
		}
		lines = append(lines, nil)
	}
	if len(notes.list) > 0 {
		page := p.newSheetPage()
		page.addSheetNotes(rows.Sheet{Notes: notes.list})
		lines = append(append(lines, page.Lines[1:]...), nil)
	}
	if len(lines) > 0 {
		age := p.age(info.Date)
		lines = append(lines, text.Wrapped(text.KeepWhole(p.localizer.AsOfShort(info, age), p.localizer.Age(age)), datedStyle(theme, age), 0, width)...)
	}
	return lines
}

// judgedTable returns the table with a row for each country of every group, with the later
// notes about named.
func (p *program) judgedTable(groups [][]rows.Judged, named []model.Feature, info model.EditionInfo) export.Table {
	t := p.newTable("list", info)
	t.Columns, t.Frozen = append(p.countryColumns(), p.column("verdict"), p.column("reasons"), p.laterColumn()), 2
	t.Rows = func(yield func([]export.Cell) bool) {
		for _, group := range groups {
			p.sortJudged(group)
			for _, j := range group {
				reasons := export.Cell{Text: p.localizer.Reasons(j.Country, j.Result), Key: p.reasonKeys(j)}
				if !yield(append(p.countryCells(j.Country), p.verdictCell(j.Result.Verdict), reasons, p.laterCell(rows.LaterNotes(j.Country, named...), named...))) {
					return
				}
			}
		}
	}
	return t
}

// sortJudged sorts countries as in a dictionary of the language.
func (p *program) sortJudged(group []rows.Judged) {
	rows.SortBy(group, rows.SortKey{}, p.localizer.Lang(), func(j rows.Judged) *model.Country { return j.Country })
}

// judgedLabel returns the code and name of a country.
func (p *program) judgedLabel(c *model.Country) string {
	return c.ISO2() + "  " + c.Name(p.localizer.Lang())
}

// judgedDocument is the JSON of a country and its verdict.
type judgedDocument struct {
	listDocument
	Verdict query.Verdict    `json:"verdict"`
	Reasons []reasonDocument `json:"reasons"`
	Later   []data.LaterNote `json:"later,omitempty"` // about the answers that the expression names
}

// reasonDocument is the JSON of a reason, for the verdict on one term.
type reasonDocument struct {
	Term    string                `json:"term"`
	Verdict query.Verdict         `json:"verdict"`
	Feature string                `json:"feature,omitzero"`
	State   string                `json:"state,omitzero"`
	Text    map[model.Lang]string `json:"text"`
}

// key returns the reason for programs: the answer and its state, or else the term.
func (d reasonDocument) key() string {
	if d.State != "" {
		return d.Feature + "=" + d.State
	}
	return d.Term
}

// reasonKeys returns all reasons of a verdict for programs.
func (p *program) reasonKeys(j rows.Judged) string {
	var keys []string
	for _, reason := range p.reasonDocuments(j) {
		keys = append(keys, reason.key())
	}
	return strings.Join(keys, " ")
}

func (p *program) judgedDocuments(groups [][]rows.Judged, named []model.Feature) []judgedDocument {
	docs := []judgedDocument{}
	for _, group := range groups {
		for _, j := range group {
			d := judgedDocument{p.listDocuments([]*model.Country{j.Country})[0], j.Result.Verdict, p.reasonDocuments(j), p.laterDocuments(rows.LaterNotes(j.Country, named...))}
			docs = append(docs, d)
		}
	}
	return docs
}

// reasonDocuments returns the documents of all reasons of a verdict.
func (p *program) reasonDocuments(j rows.Judged) []reasonDocument {
	docs := []reasonDocument{}
	for _, r := range j.Result.Reasons {
		reason := reasonDocument{Term: r.Term, Verdict: r.Verdict, Feature: r.Feature.Key()}
		if r.Kind == query.StateReason {
			reason.State = j.Country.Answer(r.Feature).State.String() // its verdict says whether it was read
		}
		reason.Text = p.translations(func(loc say.Localizer) string { return loc.Reason(j.Country, r) })
		docs = append(docs, reason)
	}
	return docs
}
