package score

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/parley-news/parley/record"
)

// Sheet is the result of a measurement.
type Sheet struct {
	Documents int
	All       Figures
	// Languages holds the figures of each language of the gold.
	Languages map[string]Figures
	// Misses lists what was missed, wrong or invented, a line each.
	Misses []string
}

// document is one document while it is measured.
type document struct {
	tally
	gold    *Gold
	reading *record.Reading
	misses  []string
}

func (d *document) miss(format string, args ...any) {
	d.misses = append(d.misses, d.gold.ID+" "+fmt.Sprintf(format, args...))
}

// Measure compares readings, by document id, with the gold. A document that
// was not read counts as read with nothing found.
func Measure(set []Gold, readings map[string]record.Reading) Sheet {
	sheet := Sheet{Documents: len(set), Languages: map[string]Figures{}}
	var all tally
	by := map[string]*tally{}
	for i := range set {
		g := &set[i]
		r, ok := readings[g.ID]
		d := &document{gold: g, reading: &r}
		if !ok {
			d.miss("no result")
		}
		d.share("language", r.Document.Language == g.Language)
		keys := d.contacts()
		d.statements()
		d.passages()
		d.divergences(keys)
		all.merge(&d.tally)
		if by[g.Language] == nil {
			by[g.Language] = &tally{}
		}
		by[g.Language].merge(&d.tally)
		sheet.Misses = append(sheet.Misses, d.misses...)
	}
	sheet.All = all.figures()
	for lang, t := range by {
		sheet.Languages[lang] = t.figures()
	}
	return sheet
}

// AddEntries puts the figures of entries behind those of readings.
func (s *Sheet) AddEntries(figures Figures, misses []string) {
	s.All = append(s.All, figures...)
	s.Misses = append(s.Misses, misses...)
}

// divergences compares contact, field and sides; keys gives the gold's key of
// each contact by its id.
func (d *document) divergences(keys map[string]string) {
	var want, have []string
	for _, g := range d.gold.Divergences {
		sides := set{}
		for s := range g.Sides {
			sides[s] = true
		}
		want = append(want, strings.Join(append([]string{g.Contact, g.Field}, sides.list()...), "|"))
	}
	for _, r := range d.reading.Divergences {
		sides := set{}
		for _, s := range r.Sides {
			sides[s.Side] = true
		}
		have = append(have, strings.Join(append([]string{keys[r.Contact], r.Field}, sides.list()...), "|"))
	}
	if len(want)+len(have) > 0 {
		d.compare("divergence", want, have, equal)
	}
}

func (s Sheet) languages() []string {
	var out []string
	for l := range s.Languages {
		out = append(out, l)
	}
	sort.Strings(out)
	return out
}

// Print writes the figures as a table, with a column per language if wanted.
func (s Sheet) Print(out io.Writer, byLanguage bool) error {
	first := 28
	for _, f := range s.All {
		first = max(first, len(f.Name))
	}
	var b bytes.Buffer
	columns, names := []Figures{s.All}, []string{"all"}
	if byLanguage {
		for _, l := range s.languages() {
			columns, names = append(columns, s.Languages[l]), append(names, l)
		}
	}
	fmt.Fprintf(&b, "%-*s", first, fmt.Sprintf("%d documents", s.Documents))
	for _, n := range names {
		fmt.Fprintf(&b, "%7s", n)
	}
	b.WriteByte('\n')
	for _, f := range s.All {
		fmt.Fprintf(&b, "%-*s", first, f.Name)
		for _, c := range columns {
			if v, ok := c.Get(f.Name); ok {
				fmt.Fprintf(&b, "%7.3f", v)
			} else {
				fmt.Fprintf(&b, "%7s", "-")
			}
		}
		b.WriteByte('\n')
	}
	_, err := out.Write(b.Bytes())
	return err
}

// JSON writes the figures as one object, "all" and if wanted each language.
func (s Sheet) JSON(out io.Writer, byLanguage bool) error {
	var b bytes.Buffer
	b.WriteString(`{"all":`)
	b.Write(s.All.object())
	if byLanguage {
		for _, l := range s.languages() {
			fmt.Fprintf(&b, ",%q:%s", l, s.Languages[l].object())
		}
	}
	b.WriteByte('}')
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, b.Bytes(), "", " "); err != nil {
		return fmt.Errorf("score: writing the figures: %w", err)
	}
	pretty.WriteByte('\n')
	_, err := out.Write(pretty.Bytes())
	return err
}

// object writes figures as JSON in their own order, which a map would lose.
func (f Figures) object() []byte {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, g := range f {
		if i > 0 {
			b.WriteByte(',')
		}
		v, err := json.Marshal(g.Value)
		if err != nil {
			panic(err) // figures are finite by construction
		}
		fmt.Fprintf(&b, "%q:%s", g.Name, v)
	}
	b.WriteByte('}')
	return b.Bytes()
}
