package cli

import (
	"errors"
	"path/filepath"

	"voxatlas/data/mine"
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
		return nil, nil
	}
	codes, err := file.Read()
	var trouble *mine.Error
	if errors.As(err, &trouble) {
		return nil, p.userError(codeData, "error.mine."+string(trouble.Kind), "file", quotable(trouble.Path), "why", trouble.Why)
	}
	return codes, err
}

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
