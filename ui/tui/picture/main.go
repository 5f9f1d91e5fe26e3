// Picture draws the READMEs' pictures of the browser as SVG files, in every language, on
// dark and on light:
//
//	go run ./ui/tui/picture
//
// It runs the browser on a terminal emulator, sends it the keys of a scene, and draws
// every cell where the emulator has it, as a terminal would show it. A scene of several
// frames becomes an animation. Library and clock are fixed, so the same program draws the
// same files; .ci/run compares them with those of the repository.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"voxatlas/model"
)

func main() {
	dir := flag.String("dir", "assets/pictures", "folder to write to")
	flag.Parse()
	if err := drawPictures(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

// drawPictures writes the pictures of all scenes to the folder dir.
func drawPictures(dir string) error {
	err := os.MkdirAll(dir, 0o755)
	for _, s := range scenes() {
		for _, lang := range languages() {
			for _, t := range terminals() {
				var svg []byte
				if err == nil {
					svg, err = drawScene(s, lang, t)
				}
				file := fmt.Sprintf("%s.%s.%s.svg", s.name, lang, t.theme)
				err = cmp.Or(err, os.WriteFile(filepath.Join(dir, file), svg, 0o644))
			}
		}
	}
	return err
}

// drawScene returns the picture of a scene as an SVG document.
func drawScene(s scene, lang model.Lang, t terminal) ([]byte, error) {
	f, err := filmScene(s, lang, t)
	if err != nil {
		return nil, err
	}
	return drawFilm(f, t), nil
}
