package tui

import tea "charm.land/bubbletea/v2"

// busy reports whether a file is being written or a view printed. Quitting waits for that.
func (a *App) busy() bool { return len(a.mine.waiting) > 0 || a.outputs.busy }

// quit ends the browser as soon as it is not busy. A second call ends it at once.
func (a *App) quit() tea.Cmd {
	if a.quitting || !a.busy() {
		return tea.Quit
	}
	a.quitting = true
	return nil
}

// quitIfAsked ends the browser if the user has quit it and it is busy no longer.
func (a *App) quitIfAsked() tea.Cmd {
	if a.quitting && !a.busy() {
		return tea.Quit
	}
	return nil
}
