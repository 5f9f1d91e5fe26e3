module voxatlas/data/cities/gen

go 1.26.0

require (
	golang.org/x/text v0.43.0
	google.golang.org/protobuf v1.36.11
	voxatlas v0.0.0
)

replace voxatlas => ../../..
