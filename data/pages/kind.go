package pages

import "strings"

// checkKind recognizes files that stand in the place of a page: a server's reply for a page
// that it does not have, Git's pointer to a large file, and a merge that failed. It returns
// the line and the fault; 0 and 0 for a page.
func checkKind(lines []string) (int, SyntaxFault) {
	first := ""
	for _, line := range lines {
		if first = strings.ToLower(strings.TrimSpace(line)); first != "" {
			break
		}
	}
	switch {
	case strings.HasPrefix(first, "version https://git-lfs.github.com/"):
		return 0, LFSPointer
	case strings.HasPrefix(first, "<!doctype html"), strings.HasPrefix(first, "<html"), strings.HasPrefix(first, "<?xml"):
		return 0, HTMLPage
	}
	for i, line := range lines {
		if strings.HasPrefix(line, "<<<<<<< ") || strings.HasPrefix(line, ">>>>>>> ") {
			return i + 1, Conflict
		}
	}
	return 0, 0
}
