package language

import (
	"fmt"
	"slices"

	"github.com/parley-news/parley/internal/table"
	"github.com/parley-news/parley/record"
)

func (l *packLoader) add(r table.Row, kind Kind, id string, forms ...string) *Entry {
	for _, f := range forms {
		l.p.Entries = append(l.p.Entries, Entry{Kind: kind, Form: f, ID: id, File: r.File, Line: r.Line})
	}
	return &l.p.Entries[len(l.p.Entries)-1]
}

func (l *packLoader) tables() {
	for _, r := range l.rows("states.tsv", "id", "names", "adjectives", "people", "prefixes", "seats") {
		for i, kind := range []Kind{StateName, StateAdjective, StatePeople, StatePrefix, Seat} {
			l.add(r, kind, r.Cells[0], r.List(i+1)...)
		}
	}
	for _, r := range l.rows("organisations.tsv", "id", "forms", "adjectives") {
		l.add(r, OrgName, r.Cells[0], r.List(1)...)
		l.add(r, OrgAdjective, r.Cells[0], r.List(2)...)
	}
	for _, r := range l.rows("institutions.tsv", "form", "institution") {
		l.add(r, Institution, r.Cells[1], r.List(0)...)
	}
	for _, r := range l.rows("offices.tsv", "form", "office", "only") {
		for _, f := range r.List(0) {
			l.add(r, Office, r.Cells[1], f).Only = r.List(2)
		}
	}
	for _, r := range l.rows("honorifics.tsv", "form", "gender") {
		l.add(r, Honorific, r.Cells[1], r.List(0)...)
	}
	for _, r := range l.rows("places.tsv", "place", "forms") {
		l.add(r, Place, r.Cells[0], r.List(1)...)
	}
	for _, r := range l.rows("outlets.tsv", "outlet", "forms") {
		l.add(r, Outlet, r.Cells[0], r.List(1)...)
	}
	for _, r := range l.rows("topics.tsv", "topic", "forms") {
		if !slices.Contains(record.Topics, r.Cells[0]) {
			l.errs = append(l.errs, r.At(0, fmt.Errorf("%w: %q is no topic", ErrPack, r.Cells[0])))
		}
		l.add(r, Topic, r.Cells[0], r.List(1)...)
	}
	for _, r := range l.rows("cues.tsv", "form", "pos", "sense", "args") {
		l.cue(r)
	}
}

func (l *packLoader) cue(r table.Row) {
	c := &CueEntry{Sense: Sense(r.Cells[2]), POS: r.Cells[1]}
	if !slices.Contains([]string{"NOUN", "VERB", "ADJ", "ADV", "ANY"}, c.POS) {
		l.errs = append(l.errs, r.At(1, fmt.Errorf("%w: %q is none of NOUN, VERB, ADJ, ADV, ANY", ErrPack, c.POS)))
	}
	var err error
	if c.Args, err = parseArgs(c.Sense, r.Cells[3]); err != nil {
		l.errs = append(l.errs, r.At(3, err))
		return
	}
	if err := l.checkArgs(c); err != nil {
		l.errs = append(l.errs, r.At(3, err))
	}
	for _, f := range r.List(0) {
		l.add(r, Cue, "", f).Cue = c
	}
}

// checkArgs holds the arguments of a cue against the closed lists.
func (l *packLoader) checkArgs(c *CueEntry) error {
	for _, k := range []string{"kind", "frame", "step", "act", "dir", "scope", "initiator", "then"} {
		v, ok := c.Args.Find(k)
		if !ok {
			continue
		}
		good := false
		switch k {
		case "kind":
			good = slices.Contains(record.Kinds, v) || v == "talk"
		case "step":
			good = record.Steps[v] != ""
		case "act":
			good = slices.Contains(record.Acts, v)
		case "dir":
			good = slices.Contains([]string{"source", "carrier", "after", "before"}, v) || slices.Contains([]string{"teller", "origin", "cleft"}, v) && c.Sense == Initiator
		case "then":
			good = slices.Contains([]string{"clause", "matter", "to", "side"}, v)
		case "scope":
			good = v == "modal" || v == "predicate" || v == "either"
		case "initiator":
			good = v == "subject" || v == "object" || v == "willing" && c.Sense == Step
		case "frame":
			good = c.Sense != Contact || l.p.Frames[v] != nil
		}
		if !good {
			return fmt.Errorf("%w: %s=%s is unknown", ErrPack, k, v)
		}
	}
	if c.Sense == Contact && (c.Args.Get("kind") == "" || c.Args.Get("frame") == "") {
		return fmt.Errorf("%w: a contact needs kind and frame", ErrPack)
	}
	return nil
}
