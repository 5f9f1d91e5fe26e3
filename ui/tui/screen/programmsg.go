package screen

import (
	"reflect"

	tea "charm.land/bubbletea/v2"
)

// handleProgramMsg handles the messages of Bubble Tea that are meant for the
// program and not for the model, and reports whether m is one of them. Their
// types are not exported, but their constructors are: a message has the type
// that its constructor returns.
//
// The browser uses three of them. Raw output, printed lines and child processes
// are ignored: text reaches the terminal in frames only.
func (s *Session) handleProgramMsg(m tea.Msg) bool {
	t := reflect.TypeOf(m)
	name, teas := t.Name(), reflect.TypeFor[tea.QuitMsg]().PkgPath()
	if t.PkgPath() != teas || name == "" || (name[0] < 'a' && name != "RawMsg") {
		return false
	}
	switch t {
	case reflect.TypeOf(tea.RequestBackgroundColor()):
		s.renderer.queryBackground()
	case reflect.TypeOf(tea.ClearScreen()):
		s.renderer.invalidate()
	case reflect.TypeOf(tea.SetClipboard("")()):
		s.renderer.copyToClipboard(reflect.ValueOf(m).String())
	}
	return true
}

// canQuery reports whether a terminal with this environment may be asked for its
// modes. Some of the terminals listed would print a part of the query.
func canQuery(environ []string) bool {
	for _, v := range environ {
		switch v {
		case "TERM=linux", "TERM=dumb", "TERM=", "TERM=vt100", "TERM=vt102", "TERM=vt220", "TERM_PROGRAM=Apple_Terminal":
			return false
		}
	}
	return len(environ) > 0
}

// takesLinks reports whether a terminal with this environment ignores OSC 8 at least:
// old ones would show the address as text.
func takesLinks(environ []string) bool {
	for _, v := range environ {
		switch v {
		case "TERM=linux", "TERM=dumb", "TERM=", "TERM=vt100", "TERM=vt102", "TERM=vt220":
			return false
		}
	}
	return true
}
