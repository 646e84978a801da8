package store

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// field is the terms of one field of a filter: one of them is enough.
type field struct {
	terms []int64 // sorted
	// count is how many entries or statements there are to look through.
	count int
}

// resolver finds the terms that a filter asks for.
type resolver struct {
	ctx context.Context
	*session
	// of is what is looked for: ofEntries, ofStatements, ofEither, or ofDocuments, of which
	// there are no counts.
	of int
	// hidden: rejected entries are looked for too.
	hidden bool
	fields []field
	// none is true when a field asks for what nothing has.
	none bool
	err  error
}

// add adds a field whose values are looked for in some facets; none adds nothing.
func (r *resolver) add(values []string, facets ...string) {
	if len(values) == 0 {
		return
	}
	if r.hidden {
		for _, name := range slices.Clone(facets) {
			facets = append(facets, facetHidden+name)
		}
	}
	counts := map[int64]int{}
	for _, v := range values {
		r.collect(counts, v, facets)
	}
	f := field{terms: slices.Sorted(maps.Keys(counts))}
	for _, n := range counts {
		f.count += n
	}
	r.fields = append(r.fields, f)
	r.none = r.none || len(counts) == 0
}

// collect counts the terms that a value means: those with this value or whole name, else
// those of whose name it is a part.
func (r *resolver) collect(counts map[int64]int, value string, facets []string) {
	found := map[int64]int{}
	for _, facet := range facets {
		r.gather(found, "SELECT id, entries, statements FROM terms WHERE facet = ? AND value = ?", facet, value)
	}
	if slices.ContainsFunc(facets, hasNames) {
		r.collectNamed(found, value, facets)
	}
	if len(found) == 0 && slices.Contains(facets, facetPerson) {
		r.collectKnown(found, value)
	}
	maps.Copy(counts, found)
}

func (r *resolver) collectNamed(found map[int64]int, name string, facets []string) {
	words, begins := partsOfName(name)
	if len(words) == 0 || len(words) > mostWords {
		return
	}
	text, args := byName(words, facets)
	if !begins {
		r.gather(found, text+" AND a.size = ?", append(args, len(words))...)
	}
	if len(found) == 0 {
		r.gather(found, text, args...)
	}
}

// collectKnown adds the terms of persons who are known to the world by a name.
func (r *resolver) collectKnown(found map[int64]int, name string) {
	if r.err != nil {
		return
	}
	var ids []string
	ids, r.err = r.known(name)
	for _, id := range ids {
		r.gather(found, "SELECT id, entries, statements FROM terms WHERE facet IN (?, ?) AND value = ?", facetPerson, r.facet(facetPerson), id)
	}
}

// facet is a facet as rejected entries have it, where they are looked for.
func (r *resolver) facet(name string) string {
	if r.hidden {
		return facetHidden + name
	}
	return name
}

// mostWords is more than any name has.
const mostWords = 30

func hasNames(facet string) bool {
	switch strings.TrimPrefix(facet, facetHidden) {
	case facetParty, facetGroup, facetPerson, facetNamed, facetPlace, facetOutlet, facetAbout, facetHearer:
		return true
	}
	return false
}

// gather counts the terms that a statement finds and something has.
func (r *resolver) gather(found map[int64]int, text string, args ...any) {
	if r.err != nil {
		return
	}
	r.err = r.rows(r.ctx, text, args, func(scan scanner) error {
		var id int64
		counts := [4]int{ofDocuments: 1}
		if err := scan(&id, &counts[ofEntries], &counts[ofStatements]); err != nil {
			return err
		}
		counts[ofEither] = counts[ofEntries] + counts[ofStatements]
		if n := counts[r.of]; n > 0 {
			found[id] = n
		}
		return nil
	})
}

// part is a word of a name, or the beginning of one.
type part struct {
	word   string
	begins bool
}

// partsOfName reads a name, or part of one.
func partsOfName(value string) (parts []part, begins bool) {
	whole, star := strings.CutSuffix(strings.TrimSpace(value), "*")
	for _, w := range nameWords(whole) {
		parts = append(parts, part{word: w})
	}
	if star {
		fields := strings.Fields(whole)
		if len(fields) == 0 {
			return nil, true
		}
		for _, w := range nameWords(fields[len(fields)-1]) {
			at := slices.Index(parts, part{word: w})
			if at >= 0 {
				parts[at].begins = true
			}
		}
	}
	return parts, star
}

// byName is the statement that finds terms which have all words in one name. The first
// word's row is a.
func byName(words []part, facets []string) (text string, args []any) {
	var from, where strings.Builder
	from.WriteString("SELECT t.id, t.entries, t.statements FROM names a")
	where.WriteString(" WHERE ")
	for i, w := range words {
		n := "a"
		if i > 0 {
			n = "a" + strconv.Itoa(i)
			from.WriteString(" CROSS JOIN names " + n + " ON " + n + ".term = a.term AND " + n + ".size = a.size")
			where.WriteString(" AND ")
		}
		if w.begins {
			where.WriteString(n + ".word >= ? AND " + n + ".word < ?")
			args = append(args, w.word, w.word+"\U0010ffff")
			continue
		}
		where.WriteString(n + ".word = ?")
		args = append(args, w.word)
	}
	from.WriteString(" CROSS JOIN terms t ON t.id = a.term")
	where.WriteString(" AND t.facet IN (?" + strings.Repeat(", ?", len(facets)-1) + ")")
	for _, f := range facets {
		args = append(args, f)
	}
	return from.String() + where.String(), args
}

// entries adds the fields of a filter of entries.
func (r *resolver) entries(f *Filter) {
	r.add(f.Parties, facetParty, facetGroup)
	r.add(f.With, facetParty, facetGroup)
	r.add(f.People, facetPerson, facetNamed)
	r.add(f.Places, facetPlace, facetCountry)
	r.add(f.About, facetAbout)
	r.add(f.Kinds, facetKind)
	r.add(f.Statuses, facetStatus)
	r.add(f.Topics, facetTopic)
	r.add(f.Outlets, facetOutlet)
	r.add(f.Languages, facetLanguage)
	if f.Disputed {
		r.add([]string{markDisputed}, facetMark)
	}
}
