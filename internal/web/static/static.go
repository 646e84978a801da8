// Package static holds what pages are shown with: the stylesheet, put together from the
// files in css/ in the order of their names, the icon, and the scripts that were built
// from web/, where they were. The program builds and its pages work without scripts.
//
//	static.Stylesheet()          // "/static/3f2a….css"
//	static.Script("network")     // "/static/built/network-K5WPVGVO.js", true
//	mux.Handle("GET /static/", static.Handler())
package static

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sync"
)

//go:embed css icon.svg all:built
var files embed.FS

// root is where all addresses of the package begin.
const root = "/static/"

// types are the media types of files by the end of their names, the same on every
// machine. A file of no such type is not served.
var types = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
}

// file is one file that is served.
type file struct {
	body      []byte
	packed    []byte // the same by gzip, nil where that saves little
	mediaType string
	tag       string // a strong ETag, without its quotation marks
	lasting   bool   // whether its address changes with its content
}

// set is all that is served, by address.
type set struct {
	files      map[string]file
	stylesheet string
	scripts    map[string]string // addresses by name
}

// all is what is built into the program. Only a broken build could make it fail.
var all = sync.OnceValue(func() *set {
	s, err := gather(files)
	if err != nil {
		panic(err)
	}
	return s
})

// Stylesheet is the address of the stylesheet; it changes with what is in it.
func Stylesheet() string { return all().stylesheet }

// Script is the address of a script by its name, page for one; it changes with what is
// in the script. It is false when the script was not built.
func Script(name string) (address string, ok bool) {
	address, ok = all().scripts[name]
	return address, ok
}

// gather reads what there is to serve: css/*.css, icon.svg and built/.
func gather(from fs.FS) (*set, error) {
	s := &set{files: map[string]file{}, scripts: map[string]string{}}
	if err := s.style(from); err != nil {
		return nil, fmt.Errorf("static: putting the stylesheet together: %w", err)
	}
	icon, err := fs.ReadFile(from, "icon.svg")
	if err != nil {
		return nil, fmt.Errorf("static: reading the icon: %w", err)
	}
	s.add("icon.svg", icon, false)
	if err := s.built(from); err != nil {
		return nil, fmt.Errorf("static: reading the built scripts: %w", err)
	}
	return s, nil
}

// add serves a file below root, if its type is one that is served.
func (s *set) add(name string, body []byte, lasting bool) {
	mediaType, ok := types[path.Ext(name)]
	if !ok {
		return
	}
	digest := sha256.Sum256(body)
	tag := base64.RawURLEncoding.EncodeToString(digest[:15])
	s.files[root+name] = file{body, pack(body), mediaType, tag, lasting}
}

func (s *set) style(from fs.FS) error {
	names, err := fs.Glob(from, "css/*.css")
	if err != nil {
		return err
	}
	var sheet []byte
	for _, name := range names {
		data, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		sheet = append(sheet, data...)
	}
	digest := sha256.Sum256(sheet)
	name := hex.EncodeToString(digest[:5]) + ".css"
	s.stylesheet = root + name
	s.add(name, sheet, true)
	return nil
}

// built takes the scripts and what belongs to them. manifest.json says which file a
// script is; without it nothing was built.
func (s *set) built(from fs.FS) error {
	data, err := fs.ReadFile(from, "built/manifest.json")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var manifest map[string]string
	if err := json.Unmarshal(data, &manifest); err != nil {
		return fmt.Errorf("manifest.json: %w", err)
	}
	names, err := fs.Glob(from, "built/*")
	if err != nil {
		return err
	}
	for _, name := range names {
		data, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		s.add(name, data, path.Ext(name) == ".js")
	}
	for script, name := range manifest {
		address := root + "built/" + name
		if _, ok := s.files[address]; !ok {
			return fmt.Errorf("manifest.json names %s, which is not there", name)
		}
		s.scripts[script] = address
	}
	return nil
}
