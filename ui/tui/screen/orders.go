package screen

import (
	"reflect"

	tea "charm.land/bubbletea/v2"
)

// order obeys those messages of Bubble Tea that are meant for the program and
// not for the model. Their types are not exported, but what makes them is: a
// message is what its own constructor returns.
//
// Raw output, printed lines and child processes are not obeyed: text speaks to
// the terminal in frames only.
func (s *Session) order(m tea.Msg) bool {
	t := reflect.TypeOf(m)
	name, teas := t.Name(), reflect.TypeFor[tea.QuitMsg]().PkgPath()
	if t.PkgPath() != teas || name == "" || (name[0] < 'a' && name != "RawMsg") {
		return false
	}
	switch t {
	case reflect.TypeOf(tea.RequestBackgroundColor()):
		if s.answers {
			s.owed.Add(1)
		}
		s.screen.AskBackground()
	case reflect.TypeOf(tea.ClearScreen()):
		s.screen.Invalidate()
	case reflect.TypeOf(tea.RequestWindowSize()):
		s.update(tea.WindowSizeMsg{Width: s.w, Height: s.h})
	case reflect.TypeOf(tea.SetClipboard("")()):
		s.screen.Copy(reflect.ValueOf(m).String())
	case reflect.TypeOf(tea.Sequence(never, never)()):
		s.sequence(reflect.ValueOf(m))
	}
	return true
}

func never() tea.Msg { return nil }

// sequence runs commands one after the other, beside the loop.
func (s *Session) sequence(list reflect.Value) {
	go func() {
		defer s.recovered()
		for i := range list.Len() {
			s.wait(list.Index(i).Interface().(tea.Cmd))
		}
	}()
}

// wait runs a command of a sequence to its end, with all that it brings about.
func (s *Session) wait(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		done := make(chan struct{})
		for _, cmd := range m {
			go func() {
				defer func() { done <- struct{}{} }()
				defer s.recovered()
				s.wait(cmd)
			}()
		}
		for range m {
			<-done
		}
	default:
		v := reflect.ValueOf(m)
		if v.Type() == reflect.TypeOf(tea.Sequence(never, never)()) {
			for i := range v.Len() {
				s.wait(v.Index(i).Interface().(tea.Cmd))
			}
			return
		}
		s.Send(m)
	}
}

// answersQueries reports whether a terminal may be asked for its modes. Two
// would print a part of the question.
func answersQueries(environ []string) bool {
	for _, v := range environ {
		switch v {
		case "TERM=linux", "TERM=dumb", "TERM=", "TERM=vt100", "TERM=vt102", "TERM=vt220", "TERM_PROGRAM=Apple_Terminal":
			return false
		}
	}
	return len(environ) > 0
}
