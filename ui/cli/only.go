package cli

import (
	"github.com/spf13/cobra"

	"voxatlas/model"
	"voxatlas/ui/rows"
)

// addOnlyFlag adds the flag --only, which chooses answers by their keys.
func (p *program) addOnlyFlag(cmd *cobra.Command, only *string) {
	cmd.Flags().StringVar(only, "only", "", p.localizer.Text("cli.flag.only"))
}

// featuresOf returns the features that the value of --only names, in its order;
// all if cmd was called without it.
func (p *program) featuresOf(cmd *cobra.Command, only string) ([]model.Feature, error) {
	if !cmd.Flags().Changed("only") {
		return model.Features(), nil
	}
	features, err := rows.ParseFeatures(only)
	if err != nil {
		return nil, p.flagKeyError("--only", err)
	}
	return features, p.checkOnly(cmd, only)
}
