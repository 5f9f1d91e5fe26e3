package cli

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"

	"voxatlas/data"
	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/commandline"
)

// Print returns the output of the command of a view. env has the library and the
// surroundings; its streams are not used. An error is in the language of the output.
func Print(ctx context.Context, env Env, o commandline.Output) (string, error) {
	return runFor(ctx, env, o)
}

// Write writes the output of the command of a view to a file. The ending of its name chooses
// the format. The error is [data.ErrExists] if the file exists and must not be replaced.
func Write(ctx context.Context, env Env, o commandline.Output, file string, replace bool) error {
	if strings.HasPrefix(file, "-") { // no option, and not the standard output
		file = "./" + file
	}
	if !replace && errors.Is(data.Creatable(file), data.ErrExists) {
		return data.ErrExists
	}
	args := []string{"-o", file}
	if replace {
		args = append(args, "--force")
	}
	_, err := runFor(ctx, env, o, args...)
	return err
}

// runFor runs the command of a view with further arguments, and returns its output. The
// error is the first line of its errors.
func runFor(ctx context.Context, env Env, o commandline.Output, args ...string) (string, error) {
	var out, errs bytes.Buffer
	env = env.withoutTerminal()
	env.Out, env.Err, env.Edition = &out, &errs, o.Edition
	args = slices.Concat([]string{"--color", ColorNever.String()}, o.Args(), args)
	p := newProgram(env)
	if code := p.run(ctx, args); code != 0 && (code != codeMisuse || !p.doubtful) {
		message, _, _ := strings.Cut(errs.String(), "\n")
		message = strings.TrimPrefix(message, "voxatlas: ")
		for _, option := range []string{"-o: ", "-o："} {
			message = strings.TrimPrefix(message, option)
		}
		return "", errors.New(message)
	}
	return out.String(), nil
}

// withoutTerminal returns env for a command that only prints: it has no input and no terminal,
// opens and serves nothing, and its arguments count instead of the settings.
func (env Env) withoutTerminal() Env {
	env.In, env.Terminal, env.Watched, env.Width, env.Height = nil, false, false, 0, 0
	env.Browse, env.Plain, env.SSH = nil, nil, nil
	env.noSettings = true
	return env
}

// PrintPlain runs a command for plain mode, about an edition and in a language: it prints a
// fact a line to the streams of env, and reads nothing. It returns the exit code.
func PrintPlain(ctx context.Context, env Env, e *library.Edition, lang model.Lang, args []string) int {
	env = env.withoutTerminal()
	env.Edition, env.session = e, true
	return Main(ctx, env, append([]string{"--plain", "--lang", string(lang)}, args...))
}
