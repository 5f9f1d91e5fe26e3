package commandline

import (
	"strings"
	"unicode"
)

// Join quotes arguments where a POSIX shell needs it, and joins them with blanks. An
// expression is always quoted, so that people see that it can be.
func Join(args []string) string {
	quoted := make([]string, len(args))
	for i, arg := range args {
		if i > 0 && args[i-1] == "--where" {
			quoted[i] = enclose(arg)
			continue
		}
		quoted[i] = Quote(arg)
	}
	return strings.Join(quoted, " ")
}

// Quote returns an argument as users type it in a POSIX shell: in single quotes, unless
// no shell reads it otherwise.
func Quote(arg string) string {
	isPlain := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_./:,+@%", r)
	}
	if arg != "" && strings.TrimFunc(arg, isPlain) == "" {
		return arg
	}
	return enclose(arg)
}

// enclose returns an argument in single quotes.
func enclose(arg string) string { return "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'" }
