package cli

import (
	"errors"
	"path/filepath"
	"slices"

	"voxatlas/data/mine"
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
		return nil, p.userError(codeData, "error.mine."+string(trouble.Kind), "file", quotable(trouble.Path), "why", trouble.Why)
	}
	for _, code := range p.settingsMine() {
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes, err
}

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
