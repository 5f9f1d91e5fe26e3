module voxatlas/data/search/bench

go 1.26.0

require (
	github.com/junegunn/fzf v0.67.0
	voxatlas v0.0.0
)

require (
	github.com/go-json-experiment/json v1.27.2 // indirect
	github.com/mattn/go-isatty v0.0.20 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/sahilm/fuzzy v0.1.3 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace voxatlas => ../../..
