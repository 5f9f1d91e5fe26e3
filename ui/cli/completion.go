package cli

import (
	"slices"

	"github.com/spf13/cobra"
)

// shells are those whose completion scripts we can write.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

// completion writes the script that teaches a shell our commands.
func (p *program) completion() *cobra.Command {
	cmd := p.command("completion", "completion bash|zsh|fish|powershell")
	cmd.ValidArgs = shells()
	cmd.Args = func(_ *cobra.Command, args []string) error {
		if len(args) != 1 || !slices.Contains(shells(), args[0]) {
			return p.fault(codeMisuse, "error.shell", "known", p.voice.List(shells()))
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		root := cmd.Root()
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(p.out, true)
		case "zsh":
			return root.GenZshCompletion(p.out)
		case "fish":
			return root.GenFishCompletion(p.out, true)
		}
		return root.GenPowerShellCompletionWithDesc(p.out)
	}
	return cmd
}
