package wikidata

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/gazetteer"
)

// Additions are rows for the tables of the world, sorted, and what was left out.
type Additions struct {
	// Persons, Spellings and Holders are rows of persons.tsv, spellings.tsv and
	// holders.tsv.
	Persons, Spellings, Holders [][]string
	// Known counts terms that the world has already. Skipped says of every term that was
	// left out why.
	Known   int
	Skipped []string
}

// importer holds what a file says until all of it is read: positions and states may come
// after the persons.
type importer struct {
	w        *gazetteer.World
	posts    Posts
	entities map[string]*entity
	order    []string
	// codes are the ISO codes of states by item.
	codes map[string]string
	out   Additions
}

// Read takes the persons who held a post of the world out of entities. The whole file is
// kept in memory: cut a dump down to persons with a position, positions and states first.
func Read(r io.Reader, name string, posts Posts, w *gazetteer.World) (Additions, error) {
	b := &importer{w: w, posts: posts, entities: map[string]*entity{}, codes: map[string]string{}}
	err := decode(r, name, func(e *entity) {
		if b.entities[e.ID] == nil {
			b.order = append(b.order, e.ID)
		}
		b.entities[e.ID] = e
		for _, c := range e.Claims["P298"] {
			if code := c.Mainsnak.text(); w.States[code] != nil {
				b.codes[e.ID] = code
			}
		}
	})
	if err != nil {
		return Additions{}, err
	}
	for _, id := range b.order {
		if e := b.entities[id]; len(e.Claims["P39"]) > 0 {
			b.person(e)
		}
	}
	for _, rows := range [][][]string{b.out.Persons, b.out.Spellings, b.out.Holders} {
		slices.SortFunc(rows, slices.Compare[[]string])
	}
	return b.out, nil
}

func (b *importer) skip(e *entity, format string, args ...any) {
	b.out.Skipped = append(b.out.Skipped, fmt.Sprintf("%s (%s): ", e.ID, e.Labels["en"].Value)+fmt.Sprintf(format, args...))
}

// person adds somebody with all terms that the world lacks.
func (b *importer) person(e *entity) {
	name := e.Labels["en"].Value
	if name == "" {
		b.skip(e, "it has no English label")
		return
	}
	known := b.w.Persons[name]
	var rows [][]string
	of := ""
	for _, c := range e.Claims["P39"] {
		row, ok := b.term(e, name, c)
		if !ok {
			continue
		}
		if of == "" {
			of = row[2]
		}
		if known != nil && holds(known, row) {
			b.out.Known++
			continue
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return
	}
	b.out.Holders = append(b.out.Holders, rows...)
	if known != nil {
		return
	}
	country := of
	for _, item := range e.items("P27") {
		if code := b.codes[item]; code != "" && b.w.States[of] == nil {
			country = code // of an organisation's officials their state
			break
		}
	}
	b.out.Persons = append(b.out.Persons, []string{name, country, gender(e), "", name[strings.LastIndexByte(name, ' ')+1:], strings.Join(aliases(e, name), ";")})
	if s := spellings(e, name); s != nil {
		b.out.Spellings = append(b.out.Spellings, s)
	}
}

// term makes a row of holders.tsv of one statement.
func (b *importer) term(e *entity, name string, c claim) ([]string, bool) {
	item := c.Mainsnak.item()
	if c.Rank == "deprecated" || item == "" {
		return nil, false
	}
	post, ok := b.resolve(item)
	if !ok {
		b.skip(e, "%s is no office of a state that is known; name it in a table of posts", item)
		return nil, false
	}
	row := []string{name, post.Office, post.Of, qualifier(c, "P580"), qualifier(c, "P582")}
	if row[3] == "" {
		b.skip(e, "%s of %s has no start", post.Office, post.Of)
		return nil, false
	}
	return row, true
}

func qualifier(c claim, property string) string {
	for _, s := range c.Qualifiers[property] {
		if day := s.day(); day != "" {
			return day
		}
	}
	return ""
}

// sameTerm is how far the beginnings of a term may be apart in two sources.
const sameTerm = 45 * 24 * time.Hour

// holds reports whether a person has a term already, if not to the day.
func holds(p *gazetteer.Person, row []string) bool {
	from, err := time.Parse(time.DateOnly, (row[3] + "-01-01")[:10])
	if err != nil {
		return false
	}
	for _, h := range p.Holdings {
		if h.Office == row[1] && h.Of == row[2] && (h.From.Sub(from).Abs() <= sameTerm || len(row[3]) == 4 && h.From.Year() == from.Year()) {
			return true
		}
	}
	return false
}

// gender is by P21; other values than these two leave the gender open.
func gender(e *entity) string {
	for _, item := range e.items("P21") {
		switch item {
		case "Q6581097":
			return "m"
		case "Q6581072":
			return "f"
		}
	}
	return ""
}

// usages are the languages whose Latin spellings are asked for.
var usages = []string{"fr", "de", "es", "pt", "it", "ro", "tr", "pl"}

// aliases returns the Latin spellings that the rules of names do not make one with the name.
func aliases(e *entity, name string) []string {
	var out []string
	own := gazetteer.Keys(strings.Fields(name))
	for _, lang := range usages {
		label := e.Labels[lang].Value
		if label != "" && !strings.ContainsAny(label, ";\t\n") && gazetteer.IsLatin(label) && !slices.Equal(gazetteer.Keys(strings.Fields(label)), own) && !slices.Contains(out, label) {
			out = append(out, label)
		}
	}
	return out
}

// spellings makes a row of spellings.tsv, nil where the labels give none.
func spellings(e *entity, name string) []string {
	row := []string{name, "", "", ""}
	found := false
	for i, lang := range []string{"ru", "uk", "ar"} {
		label := e.Labels[lang].Value
		if family, given, turned := strings.Cut(label, ", "); turned { // Russian labels put the family name first
			label = given + " " + family
		}
		if label != "" && !strings.ContainsAny(label, ";\t\n") && !gazetteer.IsLatin(label) {
			row[i+1], found = label, true
		}
	}
	if !found {
		return nil
	}
	return row
}

func sortedKeys[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }
