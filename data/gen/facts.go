package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/data"
)

// input is everything that the editions are made from.
type input struct {
	editions     []edition
	destinations []data.Destination
	links        map[string][]string // edition/slug/condition key → links in its source line
	cities       map[string]string   // slug|printed → zh-TW
	codes        map[string]string   // English name of a destination → ISO 3166-1 alpha-2
}

// skipped is a member that is known and not used.
type skipped = jsontext.Value

// edition is a facts file; its fields are explained in the README beside it. A
// member that is not here is unknown, and stops the generator.
type edition struct {
	Edition string `json:"edition"`
	Source  struct {
		Repository string `json:"repository"`
		Branch     string `json:"branch"`
		Commit     string `json:"commit"`
		CommitDate string `json:"commit_date"`
		Folder     string `json:"folder"`
		Licence    string `json:"licence"`
	} `json:"source"`
	Countries     []country `json:"countries"`
	SchemaVersion skipped   `json:"schema_version"`
	ParsedFrom    skipped   `json:"parsed_from"`
}

type country struct {
	Slug   string `json:"slug"`
	ISO2   string `json:"iso2"`
	NameZh string `json:"name_zh_tw"`
	NameEn string `json:"name_en"`
	Page   struct {
		Path       string  `json:"path"`
		Handoff    string  `json:"handoff"`
		SourceHash skipped `json:"english_source_hash"`
	} `json:"page"`
	Conferencing struct {
		Purchasable bool    `json:"purchasable"`
		Terms       *string `json:"purchase_terms"`
		Auto        *bool   `json:"numbers_auto_assigned"`
		AutoScope   *string `json:"auto_assigned_scope"`
		AutoCities  []city  `json:"auto_assigned_cities"`
		CallMe      bool    `json:"call_me_dial_out"`
		CallMeTerms string  `json:"call_me_terms"`
	} `json:"audio_conferencing"`
	Phone struct {
		Purchasable bool `json:"purchasable"`
		Attendants  bool `json:"auto_attendants"`
		Queues      bool `json:"call_queues"`
		Voicemail   bool `json:"voicemail"`
	} `json:"phone_system"`
	Plans struct {
		Purchasable bool     `json:"purchasable"`
		Partner     string   `json:"partner"`
		Minutes     string   `json:"minutes"`
		Stated      int      `json:"stated_option_count"`
		Options     []option `json:"options"`
		Premium     *string  `json:"premium_numbers"`
		Outbound    struct {
			Status    string `json:"status"`
			Countries int    `json:"countries"`
		} `json:"outbound"`
		Alternative *string `json:"alternative_mentioned"`
	} `json:"calling_plans"`
	Numbers struct {
		Scope         string  `json:"toll_city_scope"`
		Cities        []city  `json:"toll_cities"`
		Other         bool    `json:"other_cities_on_request"`
		Toll          bool    `json:"toll_available"`
		TollTerms     *string `json:"toll_terms"`
		TollFree      bool    `json:"toll_free_available"`
		TollFreeTerms *string `json:"toll_free_terms"`
	} `json:"service_numbers"`
	Credits struct {
		Available bool `json:"available"`
	} `json:"communications_credits"`
	Conditions []condition `json:"conditions"`
	Anomalies  []string    `json:"anomalies"`
	Order      skipped     `json:"order"` // the list's own
}

type city struct {
	En        string `json:"en"`
	Corrected string `json:"en_corrected"`
	OnRequest bool   `json:"on_request"`

	Basis   skipped `json:"en_basis"`
	Machine skipped `json:"zh_tw_mt"` // translated by a machine: cities.txt has the reviewed names
}

type option struct {
	Kind          string `json:"kind"`
	Domestic      int    `json:"domestic_minutes"`
	International int    `json:"international_minutes"`
	Whichever     bool   `json:"whichever_first"`
	Limited       bool   `json:"availability_limited"`
	Printed       string `json:"plan_name_in_source"`
}

type condition struct {
	Key     string              `json:"key"`
	Regions map[string][]string `json:"regions"`
	SKUs    []string            `json:"sku_part_names"`
	Text    skipped             `json:"text"` // the catalogs have the words
}

func read(folder string) (*input, error) {
	in := &input{links: map[string][]string{}, cities: map[string]string{}, codes: map[string]string{}}
	paths, err := filepath.Glob(filepath.Join(folder, "edition-*.json"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("%s: no edition-*.json there", folder)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		var e edition
		if err := decode(b, &e); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		in.editions = append(in.editions, e)
	}
	if err := in.readDestinations(filepath.Join(folder, "outbound-destinations.csv")); err != nil {
		return nil, err
	}
	if err := in.readLinks(filepath.Join(folder, "condition-sources.csv")); err != nil {
		return nil, err
	}
	return in, in.readCities()
}

// decode reads JSON strictly.
func decode(b []byte, v any) error { return json.Unmarshal(b, v, json.RejectUnknownMembers(true)) }

// rows yields the rows of a CSV file as maps from column to value.
func rows(path string) ([]map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read from
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var out []map[string]string
	for _, row := range all[1:] {
		m := map[string]string{}
		for i, column := range all[0] {
			m[column] = row[i]
		}
		out = append(out, m)
	}
	return out, nil
}

func (in *input) readDestinations(path string) error {
	table, err := rows(path)
	if err != nil {
		return err
	}
	for _, row := range table {
		d := data.Destination{ISO2: row["iso2"], Printed: row["name_en"], Note: row["note"]}
		if d.ISO2 == "" && d.Printed == "Netherlands Antilles" {
			d.ISO2 = "AN" // its last code
		}
		if strings.Contains(d.Note, "zh-TW") {
			d.Note = "" // about a column that is not used
		}
		in.destinations = append(in.destinations, d)
		in.codes[d.Printed] = d.ISO2
	}
	return nil
}

var linkForm = regexp.MustCompile(`\]\(([^)\s]+)\)`)

func (in *input) readLinks(path string) error {
	table, err := rows(path)
	if err != nil {
		return err
	}
	for _, row := range table {
		id := row["edition"] + "/" + row["slug"] + "/" + row["key"]
		for _, m := range linkForm.FindAllStringSubmatch(row["verbatim"], -1) {
			in.links[id] = append(in.links[id], m[1])
		}
	}
	return nil
}

func (in *input) readCities() error {
	for n, line := range strings.Split(strings.TrimSpace(citiesText), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(line, "|")
		if len(parts) != 3 || parts[2] == "" {
			return fmt.Errorf("cities.txt:%d: not country|printed|zh-TW", n+1)
		}
		in.cities[parts[0]+"|"+parts[1]] = parts[2]
	}
	return nil
}
