module voxatlas

go 1.26.0

require (
	github.com/go-json-experiment/json v1.27.2
	github.com/sahilm/fuzzy v0.1.3
	golang.org/x/text v0.43.0
	pgregory.net/rapid v1.3.0
)
