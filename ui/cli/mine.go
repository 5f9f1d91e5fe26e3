package cli

import (
	"errors"
	"path/filepath"
	"slices"

	"voxatlas/data/mine"
	"voxatlas/data/names"
	"voxatlas/data/settings"
	"voxatlas/model/query"
)

// mineFile returns the file of the user's own countries; "" over SSH and where there is
// no state directory.
func (p *program) mineFile() mine.File {
	if p.env.Remote {
		return ""
	}
	dir, err := stateDir(p.env.Getenv)
	if err != nil {
		return ""
	}
	return mine.File(filepath.Join(dir, "voxatlas", "mine.json"))
}

// readMine returns the codes of the user's own countries.
func (p *program) readMine() ([]string, error) {
	file := p.mineFile()
	if file == "" {
		return p.settingsMine(), nil
	}
	codes, err := file.Read()
	var trouble *mine.Error
	if errors.As(err, &trouble) {
		return nil, p.userError(codeData, "error.mine."+string(trouble.Kind), "file", quotable(trouble.Path), "why", p.localizer.FileReason(trouble.Reason, trouble.Why))
	}
	for _, code := range p.settingsMine() {
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes, err
}

// resolveMine puts the codes of countries in the place of their names in a setting, if each
// name means one country without doubt.
func (p *program) resolveMine(k settings.Key, v settings.Value) error {
	for i, text := range v.Texts {
		if _, ok := names.Find(text); ok {
			continue
		}
		r := p.env.Library.Newest().Index().Resolve(text, p.localizer.Lang())
		switch {
		case r.Country != nil:
			v.Texts[i] = r.Country.ISO2()
		case r.Unlisted.ISO2 != "":
			v.Texts[i] = r.Unlisted.ISO2
		default:
			e := k.BadValue(v, text, nil)
			for _, hit := range r.Candidates {
				e.Known = append(e.Known, hit.Country.ISO2())
			}
			for _, rival := range r.Rivals {
				e.Known = append(e.Known, rival.ISO2)
			}
			e.Known = e.Known[:min(len(e.Known), maxCandidates)]
			return e
		}
	}
	return nil
}

// maxCandidates is the most codes that the error of a name in doubt lists.
const maxCandidates = 5

// settingsMine returns the codes of the user's own countries that the settings name. They
// add to those of the file.
func (p *program) settingsMine() []string { return p.settings[settings.Mine].Texts }

// parseExpr parses an expression. The file of the user's own countries is read only if
// the expression asks for them.
func (p *program) parseExpr(expr string, env query.Env) (query.Expr, error) {
	parsed, err := query.Parse(expr, env)
	var mistake *query.Error
	if !errors.As(err, &mistake) || mistake.Kind != query.NoneOfOnesOwn {
		return parsed, err
	}
	codes, readErr := p.readMine()
	switch {
	case readErr != nil:
		return parsed, readErr
	case len(codes) == 0:
		return parsed, err
	}
	env.Mine = codes
	return query.Parse(expr, env)
}
