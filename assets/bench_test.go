package assets

import "testing"

// BenchmarkAll reads the catalogs of a start.
func BenchmarkAll(b *testing.B) {
	for b.Loop() {
		if _, err := Catalogs(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkIn reads the catalogs of a start in Chinese: English stands under it.
func BenchmarkIn(b *testing.B) {
	for b.Loop() {
		if _, err := CatalogFor("zh-TW"); err != nil {
			b.Fatal(err)
		}
	}
}
