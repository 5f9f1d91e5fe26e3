package screen

import (
	"reflect"

	tea "charm.land/bubbletea/v2"
)

// order obeys those messages of Bubble Tea that are meant for the program and
// not for the model. Their types are not exported, but what makes them is: a
// message is what its own constructor returns.
//
// The browser has use for two of them. Raw output, printed lines and child
// processes must not be obeyed: text speaks to the terminal in frames only.
func (s *Session) handleProgramMsg(m tea.Msg) bool {
	t := reflect.TypeOf(m)
	name, teas := t.Name(), reflect.TypeFor[tea.QuitMsg]().PkgPath()
	if t.PkgPath() != teas || name == "" || (name[0] < 'a' && name != "RawMsg") {
		return false
	}
	switch t {
	case reflect.TypeOf(tea.RequestBackgroundColor()):
		if s.canQuery {
			s.unanswered.Add(1)
		}
		s.renderer.queryBackground()
	case reflect.TypeOf(tea.SetClipboard("")()):
		s.renderer.copyToClipboard(reflect.ValueOf(m).String())
	}
	return true
}

// answersQueries reports whether a terminal may be asked for its modes. Two
// would print a part of the question.
func canQuery(environ []string) bool {
	for _, v := range environ {
		switch v {
		case "TERM=linux", "TERM=dumb", "TERM=", "TERM=vt100", "TERM=vt102", "TERM=vt220", "TERM_PROGRAM=Apple_Terminal":
			return false
		}
	}
	return len(environ) > 0
}
