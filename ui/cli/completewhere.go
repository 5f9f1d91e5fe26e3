package cli

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"voxatlas/model"
	"voxatlas/model/query"
)

// completeValues registers the values of the flags that several commands have. As
// [program.completeGlobals], an SSH session must not call it.
func (p *program) completeValues(cmd *cobra.Command) {
	for flag, values := range map[string]cobra.CompletionFunc{"where": p.completeWhere, "need": p.completeWhere, "only": p.completeOnly, "sort": p.completeSort} {
		if cmd.Flags().Lookup(flag) != nil {
			_ = cmd.RegisterFlagCompletionFunc(flag, values) // fails only for a flag that has its values
		}
	}
}

// joinWhere makes one argument of --where or --need and its value in the arguments of a completion,
// as cobra takes a value that begins with - for another flag.
func joinWhere(args []string) []string {
	n := len(args)
	if n > 2 && (args[n-2] == "--where" || args[n-2] == "--need") {
		return append(slices.Clone(args[:n-2]), args[n-2]+"="+args[n-1])
	}
	return args
}

// completeWhere proposes expressions that begin with the typed one.
func (p *program) completeWhere(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	const directive = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	e, err := p.edition()
	if err != nil {
		return nil, directive
	}
	env := p.queryEnv(e)
	env.Mine, _ = p.readMine() // a damaged file has no countries to propose
	var proposals []string
	for _, w := range p.shellWords(typed, env) {
		proposals = append(proposals, cobra.CompletionWithDesc(w.text, w.description))
	}
	return proposals, directive
}

// shellWord is a proposal for a shell: a whole expression.
type shellWord struct{ text, description string }

// shellWords returns the expressions that begin with typed. Where a word needs a value,
// and it is the only one, or its key stands in the list, too, they have the values: a
// shell closes the quotes around a proposal that is the only one.
func (p *program) shellWords(typed string, env query.Env) []shellWord {
	c := query.Complete(typed, utf8.RuneCountInString(typed), env)
	var list []shellWord
	for _, w := range c.Words {
		text := shellText(typed, c.From, w, env.Fold)
		if w.Kind == query.StatesWord || wantsValue(w.Text) && len(c.Words) == 1 {
			if values := p.shellWords(text, env); text != typed && len(values) > 0 {
				list = append(list, values...)
				continue
			}
		}
		list = append(list, shellWord{text, p.localizer.QueryWord(w)})
	}
	return list
}

// wantsValue reports whether a value must follow a word.
func wantsValue(word string) bool {
	return strings.HasSuffix(word, ":") || strings.HasSuffix(word, ">=")
}

// shellText returns typed with w in the place of the characters from the number from.
// The text begins with typed, letter by letter, as shells want it: the letters that were
// typed stay, be they of another case or without an accent.
func shellText(typed string, from int, w query.Word, fold func(string) string) string {
	runes, word := []rune(typed), []rune(w.Text)
	part := string(runes[from:])
	n := len(runes) - from
	if n <= len(word) && fold(string(word[:n])) == fold(part) {
		return typed + string(word[n:])
	}
	if key := fold(part); w.Place.Key != "" && strings.HasPrefix(w.Place.Key, key) {
		return typed + w.Place.Key[len(key):]
	}
	return string(runes[:from]) + w.Text
}

// completeOnly proposes keys of answers and services, behind those that are typed.
func (p *program) completeOnly(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	before, part := "", typed
	if i := strings.LastIndexByte(typed, ','); i >= 0 {
		before, part = typed[:i+1], typed[i+1:]
	}
	var proposals []string
	for _, f := range model.Features() {
		key := f.Short()
		if !hasPrefixFold(key, part) && len(part) > 2 {
			key = f.Key()
		}
		proposals = p.appendKey(proposals, before, part, key, model.Topic{Feature: f})
	}
	for _, s := range model.Services() {
		proposals = p.appendKey(proposals, before, part, s.Key(), model.Topic{Service: s})
	}
	return proposals, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder | cobra.ShellCompDirectiveNoSpace
}

// completeSort proposes the orders of countries.
func (p *program) completeSort(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	var proposals []string
	if hasPrefixFold("name", typed) {
		proposals = append(proposals, cobra.CompletionWithDesc("name", p.localizer.Text("cli.sort.name")))
	}
	for _, f := range model.Features() {
		proposals = p.appendKey(proposals, "", typed, f.Short(), model.Topic{Feature: f})
	}
	return proposals, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// appendKey appends a key that begins with part, behind the keys of before, unless it is
// one of them.
func (p *program) appendKey(proposals []string, before, part, key string, t model.Topic) []string {
	if !hasPrefixFold(key, part) || slices.Contains(strings.Split(before, ","), key) {
		return proposals
	}
	return append(proposals, cobra.CompletionWithDesc(before+part+key[len(part):], p.localizer.ShortTitle(t)))
}
