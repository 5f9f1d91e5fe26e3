// Package pages reads one page of Microsoft's Teams documentation into sections,
// rows, list items, paragraphs and links. It knows shapes only, and no countries. The
// page
//
//	---
//	ms.contentlocale: zh-TW
//	---
//	## <a name="phone-system"></a>Phone System
//
//	|**Question**|**Answer**|
//	|:-----|:-----|
//	|Voicemail?|Yes, in: <ul><li>Riga<li>Nice</ul> |
//
//	See [Direct Routing](../direct-routing.md).
//
// becomes
//
//	Page
//	├ FrontMatter  Locale "zh-TW"
//	└ Section      Anchor "phone-system", Level 2, Line 4
//	  ├ Row        Line 8
//	  │ ├ Cell     Part "Voicemail?"
//	  │ └ Cell     Part "Yes, in:", Part "Riga" (Depth 1), Part "Nice" (Depth 1)
//	  └ Paragraph  Line 10: Run "See ", Run "Direct Routing" with its Link, Run "."
//
// Microsoft Learn gives the same pages as Markdown without the anchors, and as HTML, of
// which [ParseHTML] reads the article: both become the same page.
//
// The markup is mended like in a browser, which the pages need: their authors and
// translators leave lists open. Of a bilingual page the English half is read.
//
// Pages are data. Nothing here opens a file or follows a link; size and nesting
// are bounded, and a file that is not a page is refused with a [SyntaxError].
package pages
