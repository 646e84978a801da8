// Package record holds the nouns of Parley: what a document is, what one
// document says (a Reading), and the contacts, accounts and statements in it.
//
// The same nouns, with the same names, stand in the JSON output, the database
// and the API. Offsets are byte offsets into the document's UTF-8 text, half
// open; texts repeat the words so that no consumer has to count. Lists are
// sorted, so that the same input gives the same bytes. The package does no
// input or output.
package record

// Schema is the version that every record carries. The meaning of a field
// never changes within a version.
const Schema = 1
