// Promtext reads the page of figures of a server, as Prometheus would, from the standard
// input, and prints how many figures it has. It is a module of its own, because the parser
// is no part of the program.
//
//	curl -s http://127.0.0.1:9222/metrics | go run . voxatlas_ssh_sessions go_goroutines
//
// It exits 1 if the page cannot be read, or lacks one of the figures that the arguments
// name.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"
)

func main() {
	n, err := countFigures(os.Stdin, os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "promtext:", err)
		os.Exit(1)
	}
	fmt.Println(n, "figures")
}

// countFigures returns the number of figures of a page that has all of the names.
func countFigures(page io.Reader, names []string) (int, error) {
	parser := expfmt.NewTextParser(model.LegacyValidation)
	families, err := parser.TextToMetricFamilies(page)
	if err != nil {
		return 0, err
	}
	for _, name := range names {
		if families[name] == nil {
			return 0, fmt.Errorf("no figure %s", name)
		}
	}
	n := 0
	for _, f := range families {
		n += len(f.GetMetric())
	}
	return n, nil
}
