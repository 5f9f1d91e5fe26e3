package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data/settings"
	"voxatlas/model"
	"voxatlas/ui/text"
)

// completeGlobals registers the values of the global flags for shell
// completion. Cobra keeps them as long as the process runs: an SSH session must
// not call it.
func (p *program) completeGlobals(root *cobra.Command) {
	words := func(list ...string) cobra.CompletionFunc {
		return cobra.FixedCompletions(list, cobra.ShellCompDirectiveNoFileComp)
	}
	for flag, values := range map[string]cobra.CompletionFunc{
		"lang":                  words(p.langs()...),
		"edition":               p.completeDates,
		"color":                 words(colorWords()...),
		settings.AmbiguousWidth: words(ambiguousWords()...),
		"theme":                 words(text.ThemeNames()...),
		"data":                  cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveFilterFileExt),
	} {
		_ = root.RegisterFlagCompletionFunc(flag, values) // fails only for an unknown flag
	}
}

// completeDates proposes the dates of the editions.
func (p *program) completeDates(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return p.editions().Dates(), cobra.ShellCompDirectiveNoFileComp
}

// completeWords proposes countries for the first word of a command line, behind the
// commands, which cobra puts before them. The shell must not sort them again.
func (p *program) completeWords(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	proposals, directive := p.completeCountries(cmd, args, typed)
	return proposals, directive | cobra.ShellCompDirectiveKeepOrder
}

// completeCountries proposes every country with a slug or name that begins with the
// typed word. The letters of that word stay as they were typed: shells need that.
func (p *program) completeCountries(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	a, err := p.atlas()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var proposals []string
	for c := range a.Countries() {
		if hasPrefixFold(c.Slug(), typed) {
			proposals = append(proposals, cobra.CompletionWithDesc(typed+c.Slug()[len(typed):], c.Name(p.localizer.Lang())))
			continue
		}
		for _, loc := range p.env.Localizers {
			if name := c.Name(loc.Lang()); hasPrefixFold(name, typed) {
				proposals = append(proposals, cobra.CompletionWithDesc(typed+name[len(typed):], c.Slug()))
				break
			}
		}
	}
	return proposals, cobra.ShellCompDirectiveNoFileComp
}

// hasPrefixFold reports whether s begins with prefix, in upper or lower
// case.
func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// completeKeys proposes the keys of services and features.
func (p *program) completeKeys(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var keys []string
	for _, t := range model.Topics() {
		keys = append(keys, cobra.CompletionWithDesc(t.Key(), p.localizer.ShortTitle(t)))
	}
	return keys, cobra.ShellCompDirectiveNoFileComp
}
