package main

import (
	"bytes"
	"context"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"voxatlas/data/library"
	"voxatlas/ui/cli"
	"voxatlas/ui/say"
)

// readmes are the two READMEs: the same facts in two languages.
var readmes = [2]string{"README.md", "README.zh-TW.md"}

// readmeSection is a part of a README from one heading to the next.
type readmeSection struct {
	heading  string   // its marks alone: "##"
	code     []string // lines of code blocks without comments, the language first
	spans    []string // texts in backquotes, sorted, each once
	links    []string // targets of links, sorted, each once
	pictures []string // files of pictures in HTML, without their language
	tables   []string // of each row: how many cells it has, and its numbers, sorted
}

var (
	codeComment = regexp.MustCompile(`\s+# .*$`)
	codeSpan    = regexp.MustCompile("`([^`]+)`")
	pictureFile = regexp.MustCompile(`(?:src|srcset)="([^"]+)"`)
	linkTarget  = regexp.MustCompile(`\]\(([^)#]+)\)`)
	number      = regexp.MustCompile(`\d+`)
	langOption  = regexp.MustCompile(`--lang \S+`)
)

// parseReadme returns the sections of a README.
func parseReadme(t *testing.T, file string) []readmeSection {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sections := []readmeSection{{}}
	block := "" // the language of the code block around the line
	for line := range strings.Lines(string(b)) {
		s, line := &sections[len(sections)-1], strings.TrimRight(line, "\n")
		switch marks, _, _ := strings.Cut(line, " "); {
		case strings.HasPrefix(line, "```"):
			if block == "" {
				s.code = append(s.code, line)
			}
			block = strings.TrimPrefix(line, "```")
		case block == "console":
			if strings.HasPrefix(line, "$ ") { // its output is in the language
				s.code = append(s.code, langOption.ReplaceAllString(line, "--lang"))
			}
		case block != "":
			s.code = append(s.code, codeComment.ReplaceAllString(line, ""))
		case marks != "" && strings.Trim(marks, "#") == "":
			sections = append(sections, readmeSection{heading: marks})
		default:
			s.addText(line)
		}
	}
	for i := range sections {
		sections[i].checkPictures(t, file)
		for _, list := range []*[]string{&sections[i].spans, &sections[i].links} {
			slices.Sort(*list)
			*list = slices.Compact(*list)
		}
	}
	return sections
}

// addText adds a line outside of code blocks.
func (s *readmeSection) addText(line string) {
	for _, m := range codeSpan.FindAllStringSubmatch(line, -1) {
		s.spans = append(s.spans, m[1])
	}
	for _, m := range linkTarget.FindAllStringSubmatch(line, -1) {
		if !slices.Contains(readmes[:], m[1]) {
			s.links = append(s.links, m[1])
		}
	}
	for _, m := range pictureFile.FindAllStringSubmatch(line, -1) {
		s.pictures = append(s.pictures, m[1])
	}
	if !strings.HasPrefix(line, "|") {
		return
	}
	cells := strings.Split(strings.ReplaceAll(strings.Trim(line, "|"), `\|`, ""), "|")
	numbers := number.FindAllString(line, -1)
	slices.Sort(numbers)
	s.tables = append(s.tables, strings.Join(append([]string{strconv.Itoa(len(cells)) + " cells:"}, numbers...), " "))
}

// checkPictures reports pictures that do not exist or are of another language than the file,
// and takes the language out of their names.
func (s *readmeSection) checkPictures(t *testing.T, file string) {
	t.Helper()
	lang := ".en."
	if file == readmes[1] {
		lang = ".zh-TW."
	}
	for i, p := range s.pictures {
		if _, err := os.Stat(p); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if !strings.Contains(p, lang) {
			t.Errorf("%s: %s is in another language", file, p)
		}
		s.pictures[i] = strings.Replace(p, lang, ".", 1)
	}
}

// TestReadmesAreInStep compares the READMEs section by section: headings, commands,
// flags, keys and other code, exit codes, rows of tables, links.
func TestReadmesAreInStep(t *testing.T) {
	en, zh := parseReadme(t, readmes[0]), parseReadme(t, readmes[1])
	if len(en) != len(zh) {
		t.Fatalf("%d sections in English, %d in Chinese", len(en), len(zh))
	}
	for i := range en {
		for part, lists := range map[string][2][]string{
			"headings": {{en[i].heading}, {zh[i].heading}},
			"code":     {en[i].code, zh[i].code},
			"words":    {en[i].spans, zh[i].spans},
			"links":    {en[i].links, zh[i].links},
			"pictures": {en[i].pictures, zh[i].pictures},
			"tables":   {en[i].tables, zh[i].tables},
		} {
			if !slices.Equal(lists[0], lists[1]) {
				t.Errorf("section %d: %s differ:\n%q\n%q", i, part, lists[0], lists[1])
			}
		}
	}
}

var consoleExample = regexp.MustCompile(`(?m)^\$ voxatlas ([^|]+) \| head -(\d+)\n`)

// TestReadmesShowWhatTheProgramPrints runs the commands of the READMEs' examples that
// end in head, and compares their output.
func TestReadmesShowWhatTheProgramPrints(t *testing.T) {
	for _, file := range readmes {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		examples := consoleExample.FindAllStringSubmatchIndex(string(b), -1)
		if len(examples) == 0 {
			t.Errorf("%s has no example", file)
		}
		for _, at := range examples {
			command := string(b[at[2]:at[3]])
			n, _ := strconv.Atoi(string(b[at[4]:at[5]]))
			var out bytes.Buffer
			env := cli.Env{
				Out: &out, Err: new(bytes.Buffer), Getenv: func(string) string { return "" },
				Now:        func() time.Time { return time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC) },
				Localizers: say.Localizers(), Library: library.Embedded(),
			}
			if code := cli.Main(context.Background(), env, strings.Fields(command)); code != 0 {
				t.Fatalf("%s: %s ends with code %d", file, command, code)
			}
			printed := strings.SplitAfter(out.String(), "\n")
			want := strings.Join(printed[:min(n, len(printed))], "")
			if !strings.HasPrefix(string(b[at[1]:]), want) {
				t.Errorf("%s: %s prints\n%s", file, command, want)
			}
		}
	}
}
