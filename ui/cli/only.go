package cli

import (
	"errors"

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
	var unknown *model.UnknownKeyError
	if errors.As(err, &unknown) {
		return nil, p.keyError(unknown.Key, err)
	}
	return features, err
}
