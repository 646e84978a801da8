package wikidata

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/table"
)

// Post is an office of a state or an organisation.
type Post struct{ Office, Of string }

// Posts says which item is which post. An empty Of leaves it to the item itself, or to
// those that are of its class, to say of which state.
type Posts map[string]Post

// classes are the items of offices as such.
var classes = Posts{
	"Q30461": {Office: "president"}, "Q14212": {Office: "prime-minister"}, "Q116": {Office: "monarch"},
	"Q7330070": {Office: "foreign-minister"}, "Q121998": {Office: "ambassador"},
}

// ReadPosts reads a table with the columns item, office and of, on top of the classes that
// are known already.
func ReadPosts(r io.Reader, name string, w *gazetteer.World) (Posts, error) {
	posts := maps.Clone(classes)
	if r == nil {
		return posts, nil
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("wikidata: reading %s: %w", name, err)
	}
	rows, err := table.Read(name, data, "item", "office", "of")
	if err != nil {
		return nil, fmt.Errorf("wikidata: %w", err)
	}
	for _, row := range rows {
		p := Post{row.Cells[1], row.Cells[2]}
		switch {
		case w.Offices[p.Office] == nil:
			return nil, row.At(1, fmt.Errorf("%w: %q is no office", ErrFormat, p.Office))
		case p.Of != "" && w.States[p.Of] == nil && w.Organisations[p.Of] == nil:
			return nil, row.At(2, fmt.Errorf("%w: %q is no state or organisation", ErrFormat, p.Of))
		}
		posts[row.Cells[0]] = p
	}
	return posts, nil
}

// resolve finds the post that an item stands for, by its classes and its jurisdiction.
func (b *importer) resolve(item string) (Post, bool) {
	post, ok := b.posts[item]
	if !ok {
		if post, ok = b.class(item, map[string]bool{}); !ok {
			return Post{}, false
		}
	}
	if e := b.entities[item]; post.Of == "" && e != nil {
		for _, property := range []string{"P1001", "P17"} {
			for _, country := range e.items(property) {
				if of := b.codes[country]; of != "" && post.Of == "" {
					post.Of = of
				}
			}
		}
	}
	return post, post.Of != ""
}

// class walks up from an item to a class that is an office.
func (b *importer) class(item string, seen map[string]bool) (Post, bool) {
	e := b.entities[item]
	if e == nil || seen[item] {
		return Post{}, false
	}
	seen[item] = true
	for _, above := range slices.Concat(e.items("P31"), e.items("P279")) {
		if p, ok := b.posts[above]; ok {
			return p, true
		}
		if p, ok := b.class(above, seen); ok {
			return p, true
		}
	}
	return Post{}, false
}
