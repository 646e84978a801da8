// Package static holds what pages are shown with: the stylesheet, put together from the
// files in css/ in the order of their names, the icon, and the scripts that were built
// from web/, where they were.
package static

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"sync"
)

//go:embed css icon.svg all:built
var files embed.FS

// styles is the one stylesheet.
var styles = sync.OnceValue(func() []byte {
	var out []byte
	names, err := fs.Glob(files, "css/*.css")
	if err != nil {
		panic(err) // the pattern is sound
	}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			panic(err) // it is embedded above
		}
		out = append(out, data...)
	}
	return out
})

// Stylesheet is the address of the stylesheet; it changes with what is in it.
var Stylesheet = sync.OnceValue(func() string {
	digest := sha256.Sum256(styles())
	return "/static/" + hex.EncodeToString(digest[:5]) + ".css"
})

// Script is the address of a script by its name, false when it was not built.
func Script(string) (string, bool) { return "", false }
