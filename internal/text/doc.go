// Package text turns a document's characters into what the later steps read:
// words with their folded form, and sentences. Offsets are byte offsets into
// the original text and are kept from here to the page.
//
//	words     := Tokenize(text, from, to, rules)   // UAX #29, then apostrophes and hyphens
//	sentences := Sentences(text, words, rules)     // UAX #29, then abbreviations and lines
//	form      := Fold(word)                        // case, and marks of longer Latin words
package text
