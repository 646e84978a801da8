// Package world carries the gazetteer: states, places, organisations,
// institutions, persons, the offices they held and when, and outlets.
package world

import "embed"

// FS holds the data files, one per kind.
//
//go:embed *.tsv
var FS embed.FS
