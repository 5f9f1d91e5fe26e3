package cli

import (
	_ "embed" // for the scripts
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// shells returns the names of the shells that cobra writes completion
// scripts for.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

// buildCompletion makes cmd the command that writes a completion script for
// a shell.
func (p *program) buildCompletion(cmd *cobra.Command) {
	p.describe(cmd, "completion bash|zsh|fish|powershell")
	cmd.ValidArgs = shells()
	cmd.Args = func(_ *cobra.Command, args []string) error {
		if len(args) != 1 || !slices.Contains(shells(), args[0]) {
			return p.userError(codeMisuse, "error.shell", "known", p.localizer.JoinList(shells()))
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		script, err := completionScript(cmd.Root(), args[0])
		if err != nil {
			return err
		}
		p.print(strings.TrimRight(script, "\n"))
		return nil
	}
}

// completionScript returns the completion script of root for a shell. Those of three
// shells are our own: cobra's do not complete a word within quotes.
func completionScript(root *cobra.Command, shell string) (string, error) {
	switch shell {
	case "bash":
		return bashScript, nil
	case "zsh":
		return zshScript, nil
	case "fish":
		return fishScript, nil
	}
	var b strings.Builder
	err := root.GenPowerShellCompletionWithDesc(&b)
	return b.String(), err
}

//go:embed shells/voxatlas.bash
var bashScript string

//go:embed shells/voxatlas.zsh
var zshScript string

//go:embed shells/voxatlas.fish
var fishScript string
