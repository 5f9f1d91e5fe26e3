//go:build !linux

package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "bench: reads CPU clocks of other processes as Linux has them; not here")
	os.Exit(1)
}
