package cli

import (
	"context"
	"errors"
	"runtime/debug"

	"github.com/spf13/cobra"

	"voxatlas/assets"
	"voxatlas/data/offices"
	"voxatlas/model/query"
	"voxatlas/ui/commandline"
	"voxatlas/ui/rollout"
)

// buildRollout makes cmd the command that lists the services that each office of a list can have.
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
		if p.opens && args[0] == "-" {
			return p.userError(codeMisuse, "error.rollout.open_input")
		}
		defer debug.SetGCPercent(debug.SetGCPercent(collectorPercent))
		r, err := p.newRollout(need, cmd.Flags().Changed("need"))
		if err != nil {
			return err
		}
		if err := p.readOffices(cmd.Context(), args[0], r); err != nil {
			return err
		}
		r.Judge()
		if p.opens {
			return p.openOffices(cmd.Context(), r, args[0])
		}
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

// collectorPercent lets the garbage of a long list grow to less than the list itself: of
// 100,000 offices with long texts, to 170 MB with all.
const collectorPercent = 70

// newRollout returns a report without offices. need is the expression for offices that
// have none of their own.
func (p *program) newRollout(need string, hasNeed bool) (*rolloutReport, error) {
	e, err := p.edition()
	if err != nil {
		return nil, err
	}
	env := p.library.QueryEnv(e)
	namesakes := func(city string) []string { return env.FindCity(city).Countries }
	c := rollout.Config{
		Locator:  offices.NewLocator(e.Atlas(), e.Index(), p.localizer.Lang(), namesakes),
		FindCity: env.FindCity,
		Parse:    func(expr string) (query.Expr, error) { return p.parseExpr(expr, env) },
	}
	if hasNeed {
		expr, err := p.parseWhere("--need", need, e)
		if err != nil {
			return nil, err
		}
		p.reportLeft("rollout", expr)
		c.Need = rollout.NewNeed(need, expr)
	}
	return &rolloutReport{List: rollout.New(c), program: p, edition: e, need: c.Need, words: map[*rollout.Plan]*planWords{}, doubts: map[*offices.Doubt]string{}}, nil
}

// maxBrowsed is the number of offices that the browser lists: it lays out all of them.
const maxBrowsed = 5000

// openOffices opens the browser with the offices of a list.
func (p *program) openOffices(ctx context.Context, r *rolloutReport, file string) error {
	if len(r.Offices) > maxBrowsed {
		return p.userError(codeMisuse, "error.rollout.open_many", "file", quotable(file), "most", assets.Number(maxBrowsed))
	}
	view := commandline.Command{Name: commandline.Rollout, List: file}
	if r.need != nil {
		view.Need = r.need.Expr.Shell()
	}
	return p.browse(ctx, Browse{StartOptions: commandline.StartOptions{Edition: r.edition, View: view}, Offices: r.List}, p.commandPrefix()+view.Words())
}

// readOffices adds the offices of a file to r; of the standard input for "-".
func (p *program) readOffices(ctx context.Context, file string, r *rolloutReport) error {
	list, err := p.openList(file)
	if err != nil {
		return err
	}
	defer list.closeFiles()
	for o, err := range offices.Of(list.rows) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return p.listError(file, err)
		}
		if r.Add(o); r.DifferentNeeds() > maxNeeds {
			return p.userError(codeData, "error.rollout.needs", "file", p.listName(file), "line", assets.Number(o.Line), "most", assets.Number(maxNeeds))
		}
	}
	return nil
}

// maxNeeds is the number of different expressions that a list may have.
const maxNeeds = 10_000

// Counts of the messages on Err.
const (
	maxMistakes     = 20 // expressions
	maxDoubtfulRows = 10 // lines that are named
)

// reportTrouble tells on Err which needs have mistakes, how many offices are in doubt, and
// in which lines; and which numbers of users could not be read.
func (r *rolloutReport) reportTrouble() {
	p := r.program
	if p.flush(); p.code >= codeNoReader {
		return
	}
	for i, need := range r.Mistakes() {
		if i == maxMistakes {
			p.printNotice(p.localizer.Count("error.rollout.more_needs", len(r.Mistakes())-i))
			break
		}
		p.printError(r.needError(need))
		if need.Offices > 1 {
			p.printNotice(p.localizer.Count("error.rollout.same_need", need.Offices-1))
		}
	}
	if n := r.Totals[rollout.InDoubt].Offices; n > 0 {
		lines := r.linesOf(func(o *rollout.Office) bool { return o.Outcome == rollout.InDoubt })
		p.printNotice(p.localizer.Count("error.rollout.doubt", n, "lines", lines))
		p.raiseCode(codeMisuse)
		p.doubtful = true
	}
	if r.Uncounted > 0 {
		lines := r.linesOf(func(o *rollout.Office) bool { return o.BadUsers })
		p.printNotice(p.localizer.Count("error.rollout.users", r.Uncounted, "lines", lines))
	}
}

// needError returns the error of a need that cannot be read, with its line.
func (r *rolloutReport) needError(need *rollout.Need) *userError {
	var mistake *query.Error
	var known *userError
	switch {
	case errors.As(need.Err, &mistake):
		line := r.program.localizer.Text("error.rollout.line", "line", assets.Number(need.Line))
		f := r.program.whereError(line, mistake)
		f.code = codeMisuse // also for a city that is nowhere
		return f
	case errors.As(need.Err, &known):
		return known
	}
	return r.program.userError(codeMisuse, "error.other", "why", need.Err.Error())
}

// linesOf lists the lines of the offices that are wanted, as far as there is room.
func (r *rolloutReport) linesOf(wanted func(*rollout.Office) bool) string {
	var lines []string
	for _, o := range r.Offices {
		if wanted(o) {
			if len(lines) == maxDoubtfulRows {
				lines = append(lines, "...")
				break
			}
			lines = append(lines, assets.Number(o.Line))
		}
	}
	return r.program.localizer.JoinList(lines)
}
