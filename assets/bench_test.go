package assets

import "testing"

// BenchmarkWholeCatalog reads the catalog of one language.
func BenchmarkWholeCatalog(b *testing.B) {
	for b.Loop() {
		if Catalogs()[1].Has("no.such.key") {
			b.Fatal("read too little")
		}
	}
}

// BenchmarkFirstText reads a catalog as far as one of its first texts.
func BenchmarkFirstText(b *testing.B) {
	for b.Loop() {
		if Catalogs()[1].Text("language.short") == "" {
			b.Fatal("no text")
		}
	}
}

// BenchmarkText looks texts up in a catalog that is read: a word, a block, and one
// with an argument.
func BenchmarkText(b *testing.B) {
	c := Catalogs()[1]
	for b.Loop() {
		c.Text("state.yes")
		c.Text("topic.phone_system.text")
		c.Text("ui.list_is", "count", "1", "edition", "2")
	}
}
