package main

import (
	"context"
	"fmt"
	"os"

	"github.com/charmbracelet/colorprofile"

	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/model/find"
	"voxatlas/ui/say"
	"voxatlas/ui/tui"
)

func main() {
	a, err := data.Open(data.Newest())
	if err != nil {
		panic(err)
	}
	vs, err := say.Voices()
	if err != nil {
		panic(err)
	}
	lang := model.Lang("zh-TW")
	if len(os.Args) > 1 {
		lang = model.Lang(os.Args[len(os.Args)-1])
	}
	app := tui.New(tui.Config{Atlas: a, Index: find.New(a.Countries()), Voices: vs, Lang: lang, Color: true, Suspend: true})
	fmt.Println(tui.Run(context.Background(), app, tui.Terminal{In: os.Stdin, Out: os.Stdout, Environ: os.Environ(), Profile: colorprofile.TrueColor}))
}
