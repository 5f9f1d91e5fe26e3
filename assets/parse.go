package assets

import (
	"fmt"
	"strings"
)

// parse reads a catalog. Its form is in the package comment.
func parse(src string) (map[string]string, error) {
	texts := make(map[string]string, 512)
	var block string   // key of the indented block being read, or empty
	var lines []string // of that block
	flush := func() {
		if block != "" {
			texts[block] = strings.TrimRight(strings.Join(lines, "\n"), "\n")
		}
		block, lines = "", nil
	}
	for n, line := range strings.Split(src, "\n") {
		indented := strings.HasPrefix(line, "    ")
		switch {
		case block != "" && (indented || line == ""):
			lines = append(lines, strings.TrimPrefix(line, "    "))
			continue
		case line == "" || line[0] == '#':
			continue
		case indented:
			return nil, fmt.Errorf("line %d: indented text without a key; write \"key =\" above it", n+1)
		}
		flush()
		key, value, ok := strings.Cut(line, "=")
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		if !ok || key == "" {
			return nil, fmt.Errorf("line %d: %q is not \"key = text\"", n+1, line)
		}
		if _, twice := texts[key]; twice {
			return nil, fmt.Errorf("line %d: key %q stands twice", n+1, key)
		}
		if texts[key] = value; value == "" {
			block = key
		}
	}
	flush()
	return texts, nil
}
