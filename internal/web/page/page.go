// Package page writes views as HTML: one template per page in templates/, all of them
// within layout.html, with the parts that several pages share in parts/. It knows no
// HTTP and asks the register nothing.
//
// What comes from documents reaches a page only through html/template, which makes text
// of it. No page has a script or a style in itself, so that the browser can be told to
// run none.
package page

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/web/lang"
)

//go:embed templates
var files embed.FS

// Printer writes pages. It is safe for concurrent use.
type Printer struct {
	// pages are the templates by language and name of the page.
	pages map[string]map[string]*template.Template
}

// Look is what a page shows besides its view: who looks, and how they want it.
type Look struct {
	// Lang is one of lang.Codes, Theme "light", "dark" or "" for that of the system.
	Lang, Theme string
	// Path is the address of the page, as the browser has it, without its parameters;
	// Params are these, "" or from the question mark on.
	Path, Params string
	// Twin is the address of the page as JSON, "" when it has none; Feeds are those in
	// other formats.
	Twin  string
	Feeds []Feed
	// User is who is signed in, "" for nobody, and what they may do: read, edit or
	// administrate.
	User           string
	Edits, Governs bool
	// Today is the day on which the page is made.
	Today string
	// Words are what is being searched for.
	Words string
}

// Feed is a page in another format: what it is called and what it is good for, its media
// type and its address.
type Feed struct{ Name, About, Type, Href string }

// frame is what a template is handed.
type frame struct {
	Look
	V any
}

// New parses the templates. Its error is a mistake in them.
func New(world *gazetteer.World) (*Printer, error) {
	shared, err := fs.Glob(files, "templates/parts/*.html")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "templates/*.html")
	if err != nil {
		return nil, err
	}
	p := &Printer{pages: map[string]map[string]*template.Template{}}
	for _, code := range lang.Codes() {
		w := &words{Lang: lang.Of(code), world: world}
		base, err := template.New("layout.html").Funcs(w.funcs()).ParseFS(files, append(shared, "templates/layout.html")...)
		if err != nil {
			return nil, fmt.Errorf("page: parsing what pages share: %w", err)
		}
		p.pages[code] = map[string]*template.Template{}
		for _, name := range names {
			of := strings.TrimSuffix(path.Base(name), ".html")
			if of == "layout" {
				continue
			}
			t, err := base.Clone()
			if err == nil {
				t, err = t.ParseFS(files, name)
			}
			if err != nil {
				return nil, fmt.Errorf("page: parsing %s: %w", name, err)
			}
			p.pages[code][of] = t
		}
	}
	return p, nil
}

// Print writes the page of a name with a view in it. A failure leaves the page half
// written: write to memory.
func (p *Printer) Print(w io.Writer, name string, look Look, view any) error {
	t := p.pages[look.Lang][name]
	if t == nil {
		return fmt.Errorf("page: there is no page %q in %q", name, look.Lang)
	}
	if err := t.ExecuteTemplate(w, "layout.html", frame{look, view}); err != nil {
		return fmt.Errorf("page: writing %s: %w", name, err)
	}
	return nil
}
