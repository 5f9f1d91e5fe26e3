package tui

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voxatlas/assets"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/opener"
)

// notice is a message in the footer: the same in several lengths, the longest first.
type notice []string

// fit returns the longest form that fits w cells, or the shortest one.
func (n notice) fit(w int) string {
	for _, s := range n {
		if text.Width(s) <= w {
			return s
		}
	}
	if len(n) == 0 {
		return ""
	}
	return n[len(n)-1]
}

// currentLink returns the address of the link under the cursor, else that of the
// page of the selected country, and the catalog's name for it.
func (a *App) currentLink() (address, name string) {
	if link := a.focusedPane().Link(); link != "" {
		return link, "ui.link"
	}
	if c := a.countries.Country(); c != nil && a.overlay == nil {
		return a.look.Localizer.URL(c.Page().URL), "ui.page_link"
	}
	return "", ""
}

// explainAbsent handles the keys that open a link and, with writes, write a file where that is
// impossible, as over SSH: a notice tells the reason. It reports whether msg is such a key.
func (a *App) explainAbsent(msg tea.KeyPressMsg, writes bool) bool {
	name := ""
	switch k := a.keys; {
	case !k.openLink.Enabled() && slices.Contains(k.openLink.Keys(), msg.String()):
		name = "ui.open_remote"
	case writes && !k.write.Enabled() && slices.Contains(k.write.Keys(), msg.String()):
		name = "ui.write_remote"
	default:
		return false
	}
	a.notice = notice{a.look.Localizer.Text(name)}
	return true
}

// copyLink copies the current link to the clipboard.
func (a *App) copyLink() tea.Cmd {
	address, name := a.currentLink()
	if address == "" {
		return nil
	}
	return a.copyText(address, a.shortAddress(address), name, address)
}

// copyText copies text to the clipboard. The terminal does not tell whether it did, so
// the notice names the condition for it. It calls the text by its label, a shorter one,
// or the catalog's name for it.
func (a *App) copyText(s, short, name, label string) tea.Cmd {
	loc, key := a.look.Localizer, "ui.copied"
	if a.config.Tmux {
		key = "ui.copied_tmux"
	}
	a.notice = notice{
		loc.Text(key, "url", label), loc.Text(key, "url", short),
		loc.Text(key+"_short", "link", loc.Text(name)), loc.Text(key + "_least"),
	}
	return tea.SetClipboard(s)
}

// shortAddress returns the last part of an address: ".../availability-in-taiwan". Of a
// known page that an address names by a number alone, as go.microsoft.com does, it
// returns the title.
func (a *App) shortAddress(address string) string {
	if key := assets.LinkKey(address); key != "" && strings.Contains(address, "/?") {
		return a.look.Localizer.Text("link." + key)
	}
	if i := strings.LastIndexByte(address, '/'); i > len("https://") && i+1 < len(address) {
		return "..." + address[i:]
	}
	return address
}

// linkOpenedMsg reports that an address was given to the system's opener, or why not.
type linkOpenedMsg struct {
	address string
	err     error
}

// openLink returns the command that opens the current link in the user's web browser.
func (a *App) openLink() tea.Cmd {
	address, _ := a.currentLink()
	if address == "" {
		return nil
	}
	open := a.config.OpenLink
	return func() tea.Msg { return linkOpenedMsg{address, open(address)} }
}

// openedNotice tells the result of opening a link.
func (a *App) openedNotice(msg linkOpenedMsg) notice {
	loc, key := a.look.Localizer, "ui.opened"
	switch {
	case errors.Is(msg.err, opener.ErrMissing):
		key = "ui.open_missing"
	case errors.Is(msg.err, opener.ErrRefused):
		key = "ui.open_refused"
	case msg.err != nil:
		key = "ui.open_failed"
	}
	return notice{
		loc.Text(key, "url", msg.address, "program", opener.Program()),
		loc.Text(key, "url", a.shortAddress(msg.address), "program", opener.Program()),
		loc.Text(key+"_short", "program", opener.Program()),
	}
}
