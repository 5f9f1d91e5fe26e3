package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"voxatlas/assets"
	"voxatlas/data/offices"
	"voxatlas/model"
	"voxatlas/model/query"
)

// buildRollout makes cmd the command that says what each office of a list can have.
func (p *program) buildRollout(cmd *cobra.Command) {
	var need string
	var o output
	p.describe(cmd, "rollout FILE|- [--need EXPR] "+p.outputUsage())
	cmd.Args = p.atMostOne
	cmd.ValidArgsFunction = cobra.FixedCompletions([]string{"csv", "tsv", "txt", "xlsx"}, cobra.ShellCompDirectiveFilterFileExt)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return p.userError(codeMisuse, "error.rollout.nothing")
		}
		r, err := p.newRollout(need, cmd.Flags().Changed("need"))
		if err != nil {
			return err
		}
		if err := p.readOffices(cmd.Context(), args[0], r); err != nil {
			return err
		}
		r.judge()
		switch info := r.edition.Atlas().Info(); {
		case o.isJSON():
			err = r.printJSON()
			if p.out.Flush() != nil {
				err = nil // flush tells
			}
		case o.isTable():
			err = p.writeTable(&o, r.table(), info)
		default:
			r.printText()
		}
		r.reportTrouble()
		return err
	}
	cmd.Flags().StringVar(&need, "need", "", p.localizer.Text("cli.rollout.need"))
	p.addOutputFlags(cmd, &o)
}

// newRollout returns a rollout without offices. need is the expression for offices that
// have none of their own.
func (p *program) newRollout(need string, hasNeed bool) (*rollout, error) {
	e, err := p.edition()
	if err != nil {
		return nil, err
	}
	env := p.library.QueryEnv(e)
	namesakes := func(city string) []string { return env.FindCity(city).Countries }
	r := &rollout{
		program: p, edition: e, findCity: env.FindCity,
		locator: offices.NewLocator(e.Atlas(), e.Index(), p.localizer.Lang(), namesakes),
		needs:   map[string]*officeNeed{}, plans: map[planOf]*officePlan{}, cities: map[officeCity]ownCity{},
	}
	if hasNeed {
		expr, err := p.parseWhere("--need", need, e)
		if err != nil {
			return nil, err
		}
		p.reportLeft("rollout", expr, e.Atlas())
		r.need = &officeNeed{text: model.Clean(need, maxNeed), expr: expr}
	}
	return r, nil
}

// readOffices adds the offices of a file to r; of the standard input for "-".
func (p *program) readOffices(ctx context.Context, file string, r *rollout) error {
	list, err := p.openList(file)
	if err != nil {
		return err
	}
	defer list.close()
	for o, err := range offices.Of(list.rows) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return p.listError(file, err)
		}
		r.add(o)
	}
	return nil
}

// maxNeed is the number of characters of a need that are shown: all of any that is valid.
const maxNeed = 2000

// needOf returns the need of an office, each expression parsed once; nil for none.
func (r *rollout) needOf(text string, line int) *officeNeed {
	if text == "" {
		return r.need
	}
	need, known := r.needs[text]
	if !known {
		need = &officeNeed{text: model.Clean(text, maxNeed)}
		var mistake *query.Error
		var err error
		if need.expr, err = r.program.parseExpr(text, r.program.library.QueryEnv(r.edition)); errors.As(err, &mistake) {
			flag := r.program.localizer.Text("error.rollout.line", "line", assets.Number(line))
			need.mistake, need.cause = r.program.whereError(flag, mistake), mistake
			need.mistake.code = codeMisuse
		} else if err != nil && !errors.As(err, &need.mistake) {
			need.mistake = r.program.userError(codeMisuse, "error.other", "why", err.Error())
		}
		r.needs[text] = need
	}
	need.offices++
	return need
}

// Counts of what is told on Err.
const (
	maxMistakes     = 20 // expressions
	maxDoubtfulRows = 10 // lines that are named
)

// reportTrouble tells on Err which needs have mistakes, how many offices are in doubt, and
// in which lines; and which numbers of users could not be read.
func (r *rollout) reportTrouble() {
	p := r.program
	if p.flush(); p.code >= codeNoReader {
		return
	}
	var mistakes []*officeNeed
	for _, o := range r.offices {
		if need := o.need; need != nil && need.mistake != nil && !need.told {
			need.told = true
			mistakes = append(mistakes, need)
		}
	}
	for i, need := range mistakes {
		if i == maxMistakes {
			p.printNotice(p.localizer.Count("error.rollout.more_needs", len(mistakes)-i))
			break
		}
		p.printError(need.mistake)
		if need.offices > 1 {
			p.printNotice(p.localizer.Count("error.rollout.same_need", need.offices-1))
		}
	}
	if n := r.totals[inDoubt].offices; n > 0 {
		lines := r.linesOf(func(o *plannedOffice) bool { return o.verdict == inDoubt })
		p.printNotice(p.localizer.Count("error.rollout.doubt", n, "lines", lines))
		p.raiseCode(codeMisuse)
	}
	if r.uncounted > 0 {
		lines := r.linesOf(func(o *plannedOffice) bool { return o.badUsers })
		p.printNotice(p.localizer.Count("error.rollout.users", r.uncounted, "lines", lines))
	}
}

// linesOf lists the lines of the offices that are wanted, as far as there is room.
func (r *rollout) linesOf(wanted func(*plannedOffice) bool) string {
	var lines []string
	for _, o := range r.offices {
		if wanted(o) {
			if len(lines) == maxDoubtfulRows {
				lines = append(lines, "...")
				break
			}
			lines = append(lines, assets.Number(o.line))
		}
	}
	return r.program.localizer.JoinList(lines)
}
