package screen

import "unicode/utf8"

// Limits of the input. Longer sequences are dropped to their end.
const (
	maxCSI    = 64       // bytes of a control sequence
	maxFields = 16       // its parameters; a mouse has 3, a kitty key at most 9
	maxDigits = 7        // of one of them
	maxString = 1 << 10  // bytes of an OSC, DCS, APC, PM or SOS
	maxPaste  = 64 << 10 // bytes of a paste that are kept
	minBurst  = 64       // bytes of text at once that are a paste, or keys held down
)

// The marks around a bracketed paste, and the key that ends one without its mark.
const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
	ctrlC      = 0x03
)

// tokenKind says how a token is handled.
type tokenKind uint8

const (
	tokenKey   tokenKind = iota
	tokenKeys            // printable, a key each: as much as a paste, but one or two keys held down
	tokenText            // printable, enough of it to be a paste
	tokenFence           // the reply to a fence
	tokenDropped
	tokenUnfinished // unfinished: the same bytes again, with those that follow
)

// nextToken returns the length and kind of the first token of input outside a
// paste. A token of kind tokenKey is short, complete, and of a form that the
// terminal may send unasked or as a reply.
func nextToken(b []byte) (int, tokenKind) {
	switch c := b[0]; {
	case c == 0x1b:
		return escapeToken(b)
	case c < 0x20 || c == 0x7f:
		return 1, tokenKey
	}
	n := printableLen(b)
	switch {
	case n >= minBurst && repeatsKeys(string(b[:n])):
		return n, tokenKeys
	case n >= minBurst:
		return n, tokenText
	case n > 0 && b[0] < 0x80:
		return 1, tokenKey
	case n > 0:
		return n, tokenKey // of which the decoder takes a grapheme
	case !utf8.FullRune(b):
		return 0, tokenUnfinished
	}
	_, size := utf8.DecodeRune(b)
	return size, tokenDropped // invalid, C1 and other invisible controls
}

// repeatsKeys reports whether s repeats at most two different characters. A slow line
// delivers a key that is held down at once, or two of them pressed in turn.
func repeatsKeys(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	second := first
	for _, r := range s[n:] {
		switch {
		case r == first || r == second:
		case second != first:
			return false
		default:
			second = r
		}
	}
	return true
}

// printableLen returns the length of the text at the front of b, in bytes.
func printableLen(b []byte) int {
	n := 0
	for n < len(b) && utf8.FullRune(b[n:]) {
		r, size := utf8.DecodeRune(b[n:])
		if (r == utf8.RuneError && size == 1) || forbidden(r) {
			break
		}
		n += size
	}
	return n
}

// escapeToken is nextToken for input that begins with an escape.
func escapeToken(b []byte) (int, tokenKind) {
	if len(b) == 1 {
		return 0, tokenUnfinished
	}
	switch b[1] {
	case '[':
		return csiToken(b)
	case ']', 'P', '_', '^', 'X':
		return stringToken(b)
	case 'O':
		i := 2
		for i < len(b) && i < 4 && b[i] >= '0' && b[i] <= '9' {
			i++
		}
		switch {
		case i == len(b):
			return 0, tokenUnfinished
		case b[i] < 0x20 || b[i] >= 0x7f:
			return 2, tokenKey // alt+O, and something else
		}
		return i + 1, tokenKey
	case 0x1b: // alt with a key that sends an escape, or the escape key twice
		if len(b) > 2 && b[2] == 0x1b {
			return 1, tokenKey
		}
	}
	n, v := nextToken(b[1:])
	switch v {
	case tokenUnfinished:
		return 0, tokenUnfinished
	case tokenText:
		return 2, tokenKey
	}
	return n + 1, v
}

// csiToken is nextToken for a CSI sequence.
func csiToken(b []byte) (int, tokenKind) {
	fields, digits, ok := 1, 0, true
	for i := 2; i < len(b); i++ {
		switch c := b[i]; {
		case c >= '0' && c <= '9':
			digits++
			ok = ok && digits <= maxDigits
		case c >= 0x20 && c <= 0x3f:
			digits = 0
			if c == ';' || c == ':' {
				fields++
			}
		case c < 0x40 || c > 0x7e:
			return i, tokenDropped // broken off by something that is its own token
		default:
			if c == 'c' && b[2] == '?' { // attributes, of any number, which are not decoded
				return i + 1, tokenFence
			}
			if ok = ok && fields <= maxFields && i < maxCSI; !ok {
				return i + 1, tokenDropped
			}
			return classifyCSI(b, i)
		}
	}
	return 0, tokenUnfinished
}

// classifyCSI is nextToken for a complete CSI sequence with final byte b[i].
func classifyCSI(b []byte, i int) (int, tokenKind) {
	switch {
	case b[i] == '[' && i == 2: // F1 to F5 of the Linux console: one byte more
		switch {
		case len(b) == 3:
			return 0, tokenUnfinished
		case b[3] < 'A' || b[3] > 'E':
			return 3, tokenDropped
		}
		return 4, tokenKey
	case b[i] == 'M' && i == 2: // X10 mouse, never asked for: three bytes more
		if len(b) < 6 {
			return 0, tokenUnfinished
		}
		return 6, tokenDropped
	case b[i] == '_', b[i] == 't':
		// Windows' key records, with repeat counts; sizes and window reports.
		// We ask for neither: the caller reports sizes.
		return i + 1, tokenDropped
	}
	return i + 1, tokenKey
}

// stringToken is nextToken for an OSC, DCS, APC, PM or SOS. Only a short OSC is
// decoded.
func stringToken(b []byte) (int, tokenKind) {
	for i := 2; i < len(b); i++ {
		switch c := b[i]; {
		case c == '\a' && b[1] == ']':
			return i + 1, classifyOSC(b[:i])
		case c == 0x1b && i+1 == len(b):
			return 0, tokenUnfinished
		case c == 0x1b && b[i+1] == '\\':
			return i + 2, classifyOSC(b[:i])
		case c == 0x1b:
			return i, tokenDropped
		case c < 0x20: // ctrl+c must get through an unfinished string
			return i, tokenDropped
		}
	}
	return 0, tokenUnfinished
}

// classifyOSC returns the kind of a complete string sequence.
func classifyOSC(b []byte) tokenKind {
	if b[1] != ']' || len(b) > maxString {
		return tokenDropped
	}
	for _, c := range b[2:] {
		if c >= 0x7f {
			return tokenDropped
		}
	}
	return tokenKey
}

// skipRest returns how many bytes of b belong to a sequence of that kind which is
// too long to keep, and whether the sequence ends there.
func skipRest(b []byte, kind byte) (n int, done bool) {
	for i, c := range b {
		switch {
		case kind == '[' && c >= 0x40 && c <= 0x7e:
			return i + 1, true
		case kind != '[' && c == '\a':
			return i + 1, true
		case kind != '[' && c == 0x1b && i+1 < len(b) && b[i+1] == '\\':
			return i + 2, true
		case kind != '[' && c == 0x1b && i+1 == len(b):
			return i, false // the backslash may follow
		case c < 0x20, kind == '[' && c >= 0x7f:
			return i, true
		}
	}
	return len(b), false
}
