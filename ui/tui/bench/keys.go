//go:build linux

package main

import (
	"fmt"
	"strconv"
	"strings"
)

// phase is a series of keys with figures that are reported together.
type phase struct {
	name string
	keys []string
}

// keySequences returns the bytes that a terminal sends for each named key.
func keySequences() map[string]string {
	return map[string]string{
		"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "enter": "\r", "tab": "\t", "esc": "\x1b",
		"space": " ", "backspace": "\x7f", "pgup": "\x1b[5~", "pgdown": "\x1b[6~", "home": "\x1b[H", "end": "\x1b[F",
		"f1": "\x1bOP", "f2": "\x1bOQ",
	}
}

// phaseFlag is a flag that may be given several times.
type phaseFlag []phase

func (p *phaseFlag) String() string { return "" }

// Set reads "name=key key*3 ctrl+u ...". A key without a name is typed as it is.
func (p *phaseFlag) Set(s string) error {
	name, list, ok := strings.Cut(s, "=")
	if !ok {
		return fmt.Errorf("%q: want name=keys", s)
	}
	ph, known := phase{name: name}, keySequences()
	for _, k := range strings.Fields(list) {
		times := 1
		if key, n, ok := strings.Cut(k, "*"); ok && key != "" {
			k = key
			var err error
			if times, err = strconv.Atoi(n); err != nil {
				return err
			}
		}
		seq, ok := known[k]
		if c, isCtrl := strings.CutPrefix(k, "ctrl+"); isCtrl && len(c) == 1 {
			seq, ok = string(c[0]&0x1f), true
		}
		if !ok {
			seq = k
		}
		for range times {
			ph.keys = append(ph.keys, seq)
		}
	}
	*p = append(*p, ph)
	return nil
}

// stringsFlag is a flag of strings that may be given several times.
type stringsFlag []string

func (l *stringsFlag) String() string     { return strings.Join(*l, " ") }
func (l *stringsFlag) Set(s string) error { *l = append(*l, s); return nil }
