package cli_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"pgregory.net/rapid"

	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/cli"
)

// rolloutDocument is what the tests read of the JSON of a rollout.
type rolloutDocument struct {
	Offices []struct {
		Line    int    `json:"line"`
		Site    string `json:"site"`
		Users   int    `json:"users"`
		Verdict string `json:"verdict"`
		ISO2    string `json:"iso2"`
	} `json:"offices"`
	Totals []struct {
		Verdict string `json:"verdict"`
		Offices int    `json:"offices"`
		Users   int    `json:"users"`
	} `json:"totals"`
}

// runRollout runs the command with a list on the standard input.
func runRollout(list io.Reader, args ...string) runResult {
	var out, errs bytes.Buffer
	env := cli.Env{In: list, Out: &out, Err: &errs, Getenv: getenvFrom(nil), Now: testClock, Localizers: sharedLocalizers(), Library: testLibrary()}
	code := cli.Main(context.Background(), env, append([]string{"rollout", "-"}, args...))
	return runResult{out.String(), errs.String(), code}
}

// TestRolloutAgreesWithOracle makes random lists. Every office is in every format, in the
// order of the list, with the verdict of its need; the totals add up; the exit code tells
// of doubt.
func TestRolloutAgreesWithOracle(t *testing.T) {
	lib := testLibrary()
	e := lib.Newest()
	env := lib.QueryEnv(e)
	countries := slices.Collect(e.Atlas().Countries())
	needs := []string{"cp", "!cp", "cp tollfree|toll", "plan>=1200", "ac:yes", "city:berlin", "region:eu", "toll:on_request", "credits !premium"}
	verdictOf := func(c *model.Country, need string) string {
		if need == "" {
			return "no_need"
		}
		expr, err := query.Parse(need, env)
		if err != nil {
			t.Fatal(err)
		}
		return expr.Judge(c).Verdict.String()
	}
	rapid.Check(t, func(t *rapid.T) {
		var list bytes.Buffer
		w := csv.NewWriter(&list)
		_ = w.Write([]string{"Need", "Users", "Site", "Country"}) // a buffer takes everything
		var want []string
		counts, users, doubt := map[string]int{}, map[string]int{}, false
		for i := range rapid.IntRange(1, 12).Draw(t, "offices") {
			need := rapid.SampledFrom(append(needs, "", "nonsense")).Draw(t, "need")
			c := rapid.SampledFrom(countries).Draw(t, "country")
			name := rapid.SampledFrom([]string{c.ISO2(), c.Slug(), c.ISO3(), "Libya", "Atlantis", "San José"}).Draw(t, "name")
			verdict := "doubt"
			switch name {
			case "Libya":
				if verdict = "unlisted"; need == "nonsense" {
					verdict = "doubt"
				}
			case "Atlantis", "San José":
			default:
				if need != "nonsense" {
					verdict = verdictOf(c, need)
				}
			}
			n := rapid.IntRange(0, 5000).Draw(t, "users")
			_ = w.Write([]string{need, strconv.Itoa(n), fmt.Sprintf("Office %d", i), name})
			want = append(want, fmt.Sprintf("%d Office %d %s", i+2, i, verdict))
			counts[verdict]++
			users[verdict] += n
			doubt = doubt || verdict == "doubt"
		}
		w.Flush()
		code := 0
		if doubt {
			code = 2
		}

		r := runRollout(bytes.NewReader(list.Bytes()), "--json")
		var doc rolloutDocument
		if err := json.Unmarshal([]byte(r.out), &doc); err != nil || r.code != code {
			t.Fatalf("exit code %d, want %d: %v\n%s", r.code, code, err, r.err)
		}
		var got []string
		for _, o := range doc.Offices {
			got = append(got, fmt.Sprintf("%d %s %s", o.Line, o.Site, o.Verdict))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%q\nwant\n%q", got, want)
		}
		for _, total := range doc.Totals {
			if total.Offices != counts[total.Verdict] || total.Users != users[total.Verdict] {
				t.Fatalf("%v, want %d offices, %d users", total, counts[total.Verdict], users[total.Verdict])
			}
			delete(counts, total.Verdict)
		}
		if len(counts) > 0 {
			t.Fatalf("no totals of %v", counts)
		}

		table, err := csv.NewReader(strings.NewReader(runRollout(bytes.NewReader(list.Bytes()), "--format", "csv", "--keys").out)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		verdict := slices.Index(table[0], "verdict")
		got = nil
		for _, row := range table[1:] {
			got = append(got, row[0]+" "+row[1]+" "+row[verdict])
		}
		if !slices.Equal(got, want) {
			t.Fatalf("CSV: %q\nwant\n%q", got, want)
		}
		at := 0
		text := runRollout(bytes.NewReader(list.Bytes())).out
		for i := range want {
			n := strings.Index(text[at:], fmt.Sprintf("Office %d ", i))
			if n < 0 {
				t.Fatalf("the text lacks office %d, or has it too early:\n%s", i, text)
			}
			at += n
		}
	})
}

// TestRolloutFits: no line is wider than the terminal, but for links, at any width and in
// any language.
func TestRolloutFits(t *testing.T) {
	file := filepath.Join(t.TempDir(), "offices.csv")
	list := "Site,Country,City,Users,Need\nHeadquarters in the far north,Taiwan,Taipei,120,cp tollfree\n台北辦公室,Japan,東京,\"1,000\",cp\nX,,Hamilton,5,cp\nLab,Germany,Berlin,7,\nTripoli,Libya,,,ac\nbad,France,,,cp:maybe\n"
	if err := os.WriteFile(file, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "zh-TW"} {
		for width := 20; width < 220; width += 3 {
			r := run(t, onTerminal(width), "rollout", file, "--lang", lang, "--color", "never")
			checkLines(t, r.out, width)
		}
	}
}

// repeated yields a text again and again, up to a number of bytes.
type repeated struct {
	text string
	left int
	at   int
}

// Read reads the next bytes.
func (e *repeated) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := copy(p, e.text[e.at:])
	e.at = (e.at + n) % len(e.text)
	e.left -= n
	return n, nil
}

// TestHugeLists reads lists of a gigabyte: each is refused as soon as a bound is met.
func TestHugeLists(t *testing.T) {
	const gigabyte = 1 << 30
	for _, test := range []struct{ start, text, want string }{
		{"", "Taiwan\n", "more than 250,000 offices"},
		{"", "x", "a field that is far too long"},
		{"", "\n", "larger than 100 MB"},
		{"\"", "x\n", "line 1: a quote is opened and not closed"},
		{"Country,Site\n", ",", "line 2: far too many fields"},
		{"", strings.Repeat("word ", 99) + "\n", "more than 250,000 offices, or far too much text"},
		{"", "\x00", "a NUL character"},
	} {
		r := runRollout(io.MultiReader(strings.NewReader(test.start), &repeated{text: test.text, left: gigabyte}))
		if r.code != 3 || r.out != "" || !strings.Contains(r.err, test.want) || strings.Count(r.err, "\n") != 1 {
			t.Errorf("%.20q: exit code %d: %s", test.text, r.code, r.err)
		}
	}
}

// TestOpenRollout opens the browser with a list of offices.
func TestOpenRollout(t *testing.T) {
	folder := t.TempDir()
	file, many := filepath.Join(folder, "my offices.csv"), filepath.Join(folder, "many.csv")
	for name, text := range map[string]string{file: "Site,Country\nHQ,Taiwan\nOps,Atlantis\n", many: "Country\n" + strings.Repeat("TW\n", 5001)} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var b cli.Browse
	r := run(t, recordBrowse(&b, nil), "--open", "rollout '"+file+"' --need 'CP !toll'")
	if r.code != 0 || r.out != "" || r.err != "" || b.Offices == nil || len(b.Offices.Offices) != 2 {
		t.Fatalf("%+v, %v", r, b.Offices)
	}
	if got, want := b.View.Words(), "rollout '"+file+"' --need 'cp -toll'"; got != want {
		t.Errorf("the view is %s, want %s", got, want)
	}
	for open, want := range map[string]string{
		"rollout -":                  "reads the standard input",
		"rollout '" + many + "'":     "more than 5,000 offices",
		"rollout missing.csv":        "no such file",
		"rollout missing.csv --json": "--json is about printing",
	} {
		var b cli.Browse
		if r := run(t, recordBrowse(&b, nil), "--open", open); b.Library != nil || r.code < 2 || !strings.Contains(r.err, want) {
			t.Errorf("%s: %+v", open, r)
		}
	}
	if r := run(t, nil, "--open", "rollout '"+file+"'"); r.code != 2 || !strings.Contains(r.err, `use "voxatlas rollout '`+file+`'" instead`) {
		t.Errorf("without a terminal: %+v", r)
	}
}

// TestManyNeeds: a list in which every office has a need of its own is refused.
func TestManyNeeds(t *testing.T) {
	var list strings.Builder
	list.WriteString("Country,Need\n")
	for i := range 20_000 {
		fmt.Fprintf(&list, "TW,plan>=%d\n", i+1)
	}
	if r := runRollout(strings.NewReader(list.String())); r.code != 3 || r.out != "" || !strings.Contains(r.err, "line 10,002: more than 10,000 different needs") {
		t.Errorf("exit code %d: %s", r.code, r.err)
	}
}

// TestBombs reads workbooks that are small, and large when unpacked.
func TestBombs(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range []struct{ name, text string }{
		{"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>" + strings.Repeat(" ", 60<<20)},
	} {
		w, err := z.Create(part.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, part.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	r := runRollout(&b)
	if r.code != 3 || r.out != "" || !strings.Contains(r.err, "save the sheet as .csv") {
		t.Errorf("exit code %d: %s", r.code, r.err)
	}
}

// TestRolloutReaderEnds: a closed pipe ends with 141 and no word.
func TestRolloutReaderEnds(t *testing.T) {
	for _, format := range []string{"text", "json", "csv"} {
		env := scriptEnv()
		var notices bytes.Buffer
		env.In, env.Out, env.Err = strings.NewReader("Taiwan\nAtlantis\n"), brokenPipe{}, &notices
		if code := cli.Main(context.Background(), env, []string{"rollout", "-", "--format", format}); code != 141 || notices.Len() > 0 {
			t.Errorf("%s: %d, %s", format, code, &notices)
		}
		env.In, env.Out = strings.NewReader("Taiwan\n"), fullDisk{}
		if code := cli.Main(context.Background(), env, []string{"rollout", "-", "--format", format}); code != 3 || strings.Count(notices.String(), "\n") != 1 {
			t.Errorf("%s, full disk: %d, %s", format, code, &notices)
		}
	}
}

// manyOffices returns a list of n offices with telephone numbers of their own, in which
// every tenth is in doubt.
func manyOffices(n int) string {
	places := []string{
		"Taiwan,Taipei,+8862", "Germany,Berlin,+4930", "United States,Chicago,+1312", "日本,東京,+813", "France,Lyon,+33472",
		"Libya,Tripoli,+21821", "Korea,Busan,+8251", ",Singapore,", "Australia,Sydney,+612", ",Hamilton,",
	}
	needs := []string{"cp tollfree", "cp", "ac toll", "callme|credits", "plan>=1200", "toll", "!premium"}
	var b strings.Builder
	b.WriteString("Site,Country,City,Phone,Users,Need\n")
	for i := range n {
		place := places[i%len(places)]
		if !strings.HasSuffix(place, ",") {
			place += fmt.Sprintf("%07d", i*7919%10_000_000)
		}
		fmt.Fprintf(&b, "Office %d,%s,%d,%s\n", i, place, i%500, needs[i%len(needs)])
	}
	return b.String()
}

// heapWatcher is an Out that notes how much of the heap is in use, at every 8 MB. The garbage
// collector runs before, so that garbage, also that of other tests, does not count.
type heapWatcher struct {
	written int
	peak    uint64
}

// Write counts the bytes.
func (w *heapWatcher) Write(p []byte) (int, error) {
	if w.written>>23 != (w.written+len(p))>>23 {
		w.peak = max(w.peak, liveHeap())
	}
	w.written += len(p)
	return len(p), nil
}

// liveHeap returns the bytes of the heap that are in use.
func liveHeap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestManyOffices: 100,000 offices take less than 75 MB, however large the output; the
// garbage collector lets a process have twice as much.
func TestManyOffices(t *testing.T) {
	list := manyOffices(100_000)
	for _, format := range []string{"text", "csv", "json"} {
		before := liveHeap()
		var out heapWatcher
		env := scriptEnv()
		env.In, env.Out, env.Err = strings.NewReader(list), &out, io.Discard
		code := cli.Main(context.Background(), env, []string{"rollout", "-", "--format", format})
		taken := int64(out.peak) - int64(before)
		if code != 2 || out.peak == 0 || taken > 75<<20 {
			t.Errorf("%s: exit code %d, %d MB of %d written", format, code, taken>>20, out.written>>20)
		}
		t.Logf("%s: %d MB for %d MB", format, taken>>20, out.written>>20)
	}
}

// BenchmarkRollout judges 100,000 offices.
func BenchmarkRollout(b *testing.B) {
	list := manyOffices(100_000)
	for _, format := range []string{"text", "json", "csv", "md", "xlsx"} {
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				env := scriptEnv()
				env.In, env.Out, env.Err = strings.NewReader(list), io.Discard, io.Discard
				if code := cli.Main(context.Background(), env, []string{"rollout", "-", "--format", format}); code != 2 {
					b.Fatal(code)
				}
			}
		})
	}
}
