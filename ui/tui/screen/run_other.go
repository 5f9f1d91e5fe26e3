//go:build !unix

package screen

import "context"

// Run runs a model on the terminal of this process, under a tea.Program.
func Run(ctx context.Context, m Model, o Options) error { return runStock(ctx, m, o) }
