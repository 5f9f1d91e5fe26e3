package cli

import (
	"io"
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
		var script strings.Builder
		if err := writeCompletionScript(&script, cmd.Root(), args[0]); err != nil {
			return err
		}
		p.print(strings.TrimRight(script.String(), "\n"))
		return nil
	}
}

// writeCompletionScript writes the completion script of root for a shell.
func writeCompletionScript(w io.Writer, root *cobra.Command, shell string) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(w, true)
	case "zsh":
		return root.GenZshCompletion(w)
	case "fish":
		return root.GenFishCompletion(w, true)
	}
	return root.GenPowerShellCompletionWithDesc(w)
}
