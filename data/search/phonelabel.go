package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isPhoneLabel reports whether text stands before a telephone number and says no more:
// signs, as ☎, or a word that means one, or any before a colon.
func isPhoneLabel(text string) bool {
	text = strings.TrimSpace(text)
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) || strings.HasSuffix(text, ":") {
		return true
	}
	return isPhoneWord(text)
}

// isPhoneWord reports whether text is a word or sign that means a telephone, but for signs around it.
func isPhoneWord(text string) bool {
	switch strings.Trim(text, ".<([ \ufe0f") {
	case "tel", "tél", "telephone", "téléphone", "telefon", "telefono", "teléfono", "telefone", "phone", "phone number", "telephone number", "tel no", "phone no", "ph",
		"mobile", "mob", "mobil", "móvil", "cell", "handy", "fax", "call", "office", "work", "home", "direct", "whatsapp", "t", "p", "m", "f", "☎", "☏", "📞", "📱",
		"電話", "电话", "電話號碼", "聯絡電話", "公司電話", "市話", "手機", "手机", "行動電話", "傳真", "传真", "直線", "專線":
		return true
	}
	return false
}

// cutPhoneLabel returns q without a label before its digits: any letters before a colon,
// or a word that means a telephone before enough digits for a number.
func cutPhoneLabel(q string) string {
	if label, rest, ok := strings.Cut(q, ":"); ok && !strings.ContainsFunc(label, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' && r != '.' }) {
		return rest
	}
	at := strings.IndexAny(q, "0123456789")
	if at <= 0 || !isPhoneWord(q[:at]) {
		return q
	}
	if groups, _ := cutGroups(q[at:]); len(strings.Join(groups, "")) < minSubscriber {
		return q // M 15 is no telephone
	}
	return q[at:]
}

// endsWord reports whether text ends with a sign or blank, and has no other digits.
func endsWord(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return !unicode.IsLetter(last) && !strings.ContainsAny(text, "0123456789")
}
