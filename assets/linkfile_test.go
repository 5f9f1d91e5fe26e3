package assets

import (
	"strings"
	"testing"
)

func TestParseLinks(t *testing.T) {
	got, err := parseLinks("# note\n\n  a  https://a.example/#x  t.u   t\nb mailto:b@b.example t\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].URL != "https://a.example/#x" || strings.Join(strings.Fields(got[0].topics), " ") != "t.u t" || got[1].Key != "b" {
		t.Errorf("got %+v", got)
	}
	for src, want := range map[string]string{
		"\na https://a.example":                               `links: line 2: "a https://a.example" is not "key URL topic..."`,
		"a https://a.example t\na https://b.example t":        `links: line 2: key "a" stands twice`,
		"a https://a.example t\n\nb https://b.example t\nb x": `links: line 4: "b x" is not "key URL topic..."`,
	} {
		if _, err := parseLinks(src); err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", src, err, want)
		}
	}
}
