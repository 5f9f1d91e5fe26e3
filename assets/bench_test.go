package assets

import "testing"

// BenchmarkFirstText reads the catalogs of a start that shows one language.
func BenchmarkFirstText(b *testing.B) {
	for b.Loop() {
		if Catalogs()[1].Text("state.yes") == "state.yes" {
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
