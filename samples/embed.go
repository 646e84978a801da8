// Package samples carries the sample dispatches, so that a program has something to show
// where there is no register yet.
package samples

import "embed"

// FS holds them: texts, and dispatches.jsonl with a document per line.
//
//go:embed *.txt dispatches.jsonl
var FS embed.FS
