package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/model/query"
)

// expressionMeant returns the expression that words are, where names of countries or
// nothing may stand: "region:eu" for eu, "cp tollfree" for itself; "" for none.
func (p *program) expressionMeant(e *library.Edition, words ...string) string {
	text := strings.Join(words, " ")
	expr, err := query.Parse(text, p.queryEnv(e))
	if err == nil {
		return expr.Shell()
	}
	var mistake *query.Error
	switch {
	case !errors.As(err, &mistake):
	case mistake.Kind == query.NoneOfOnesOwn:
		return text
	case strings.Contains(mistake.Nearest, ":") && strings.EqualFold(mistake.Found, text):
		return mistake.Nearest
	}
	return ""
}

// checkOnly refuses a name that is no country but a key: blanks part the keys of --only,
// where commas should.
func (p *program) checkOnly(cmd *cobra.Command, only string) error {
	e, err := p.edition()
	if err != nil {
		return err
	}
	for _, arg := range cmd.Flags().Args() {
		if isKey(arg) && e.Index().Resolve(arg, p.localizer.Lang()).Country == nil {
			return p.userError(codeMisuse, "error.only.split", "command", cmd.Name(), "arg", quotable(arg), "only", quotable(only))
		}
	}
	return nil
}

// isKey reports whether a text is the key of an answer or a service.
func isKey(text string) bool {
	_, err := model.ParseTopic(text)
	return err == nil
}

// keyMeant returns the key that a text is but for its signs, the key of the answer that it
// describes, or the key that it resembles, as expressions have it; else "".
func (p *program) keyMeant(text string) string {
	var keys []string
	for _, t := range model.Topics() {
		keys = append(keys, t.Key())
		if t.Feature != 0 {
			keys = append(keys, t.Feature.Short(), strings.TrimPrefix(t.Key(), t.Service.Key()+"."))
		}
	}
	key := strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(text))
	if !slices.Contains(keys, key) {
		if described := p.queryEnv(p.editions().Newest()).KeyMeant(text); isKey(described) {
			return described
		}
	}
	near := query.Nearest(key, keys)
	if t, err := model.ParseTopic(near); err == nil && t.Feature != 0 {
		return t.Feature.Short()
	}
	return near
}

// keyAdvice says which key a text resembles, and which there are, others before them.
func (p *program) keyAdvice(text string, others ...string) string {
	known := p.localizer.JoinList(append(others, shortKeys()...))
	if near := p.keyMeant(text); near != "" {
		return p.localizer.Text("mistake.near", "nearest", near, "known", known)
	}
	return p.localizer.Text("mistake.choose", "known", known)
}

// shortKeys lists the short keys of all answers.
func shortKeys() []string {
	var keys []string
	for _, f := range model.Features() {
		keys = append(keys, f.Short())
	}
	return keys
}

// unknownFlagError returns the error of a flag that cmd does not have. It proposes the
// one that it resembles, or names the commands that have it.
func (p *program) unknownFlagError(cmd *cobra.Command, flag string) *userError {
	name := strings.TrimLeft(flag, "-")
	var commands []string
	if near := query.Nearest(name, flagNames(cmd)); near != "" && len(name) > 1 {
		return p.userError(codeMisuse, "error.flag.near", "flag", quotable(flag), "near", "--"+near)
	}
	root := cmd.Root()
	p.buildCommands(root.Commands()...)
	for _, c := range append(root.Commands(), root) {
		if c != cmd && slices.Contains(flagNames(c), name) {
			commands = append(commands, c.Name())
		}
	}
	if len(commands) > 0 {
		return p.userError(codeMisuse, "error.flag.elsewhere", "flag", quotable(flag), "commands", p.localizer.JoinList(commands))
	}
	return p.userError(codeMisuse, "error.flag.unknown", "flag", quotable(flag), "help", p.helpCommandLine(cmd))
}

// flagNames lists the names of the flags that cmd has.
func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}
