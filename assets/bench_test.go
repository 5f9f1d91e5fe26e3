package assets

import "testing"

// BenchmarkCatalogs reads the catalogs of a start.
func BenchmarkCatalogs(b *testing.B) {
	for b.Loop() {
		if _, err := Catalogs(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCatalogFor reads the catalogs of a start in Chinese: English stands under it.
func BenchmarkCatalogFor(b *testing.B) {
	for b.Loop() {
		if _, err := CatalogFor("zh-TW"); err != nil {
			b.Fatal(err)
		}
	}
}
