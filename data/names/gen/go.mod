module voxatlas/data/names/gen

go 1.26.0

require (
	github.com/mozillazg/go-pinyin v0.21.0
	github.com/nyaruka/phonenumbers v1.8.1
	golang.org/x/text v0.43.0
	voxatlas v0.0.0
)

require google.golang.org/protobuf v1.36.11 // indirect

replace voxatlas => ../../..
