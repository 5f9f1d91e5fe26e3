// Measure imports folders of Microsoft's pages and compares each edition with the truth:
//
//	go run ./data/importer/measure                   a line per folder and per language
//	go run ./data/importer/measure -faults -only ru  and each difference
//	go run ./data/importer/measure -texts -only en-  and each distinct cell with its reading
//	go run ./data/importer/measure -notes -only en-  and each distinct text outside of tables
//
// The truth of a translated page is that of its English original, which
// ms.openlocfilehash names: the SHA-1, later the SHA-256, of the English text with CRLF
// line ends.
//
//	the original of a country in an embedded edition   that edition's answers
//	a page in a folder en-DATE                         the page as it is read in English
//
// Nothing checks the readings of English pages but a person: -texts lists them.
// Pages that pair with no original are counted and not compared.
package main
