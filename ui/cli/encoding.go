package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data/settings"
)

// checkEncoding uses ASCII marks on a terminal whose locale has no UTF-8, unless the user
// has decided about them, and notes that the user must be told.
func (p *program) checkEncoding(cmd *cobra.Command) {
	variable, value, better := p.otherEncoding()
	_, decided := p.settings[settings.ASCII]
	if f := cmd.Flags().Lookup(settings.ASCII); variable == "" || !p.env.Terminal || decided || f != nil && f.Changed {
		return
	}
	p.options.ascii = true
	for _, key := range []string{"notice.encoding", "notice.encoding_short"} {
		p.encodingNotice = append(p.encodingNotice, p.localizer.Text(key, "variable", variable, "value", quotable(value), "better", variable+"="+quotable(better)))
	}
}

// otherEncoding returns the variable of a locale without UTF-8, its value, and one with
// UTF-8; "" if the locale has UTF-8 or is not known. That of C has ASCII, and glibc's zh_TW
// and zh_HK have Big5.
func (p *program) otherEncoding() (variable, value, better string) {
	for _, variable := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		value := p.env.Getenv(variable)
		if value == "" {
			continue
		}
		locale, _, _ := strings.Cut(value, "@")
		locale, codeset, _ := strings.Cut(locale, ".")
		switch codeset = strings.ToLower(strings.ReplaceAll(codeset, "-", "")); {
		case codeset == "utf8":
		case locale == "POSIX":
			return variable, value, "C.UTF-8"
		case codeset != "", locale == "C", locale == "zh_TW", locale == "zh_HK":
			return variable, value, locale + ".UTF-8"
		}
		break
	}
	return "", "", ""
}
