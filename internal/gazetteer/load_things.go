package gazetteer

import (
	"fmt"
	"strconv"

	"github.com/parley-news/parley/internal/table"
)

func (l *loader) offices() {
	for _, r := range l.Rows("offices.tsv", "id", "name", "rank", "single", "summit") {
		rank, err := strconv.Atoi(r.Cells[2])
		if err != nil || rank < 1 || rank > 9 {
			l.Wrong(r, 2, fmt.Errorf("%w: a rank is a number from 1 to 9", table.ErrFormat))
		}
		put(l, l.w.Offices, r, &Office{
			ID: r.Cells[0], Name: r.Cells[1], Rank: rank,
			Single: l.oneOf(r, 3, "yes", "no") == "yes", Summit: l.oneOf(r, 4, "yes", "no") == "yes",
		})
	}
}

func (l *loader) office(r table.Row, cell int) string {
	if l.w.Offices[r.Cells[cell]] == nil {
		l.Wrong(r, cell, fmt.Errorf("%w: %q is no office", ErrDangling, r.Cells[cell]))
	}
	return r.Cells[cell]
}

func (l *loader) states() {
	for _, r := range l.Rows("states.tsv", "id", "alpha2", "name", "un", "kind", "capital", "lat", "lon", "head_of_state", "head_of_government", "since") {
		since, _ := l.day(r, 10)
		put(l, l.w.States, r, &State{
			ID: r.Cells[0], Alpha2: r.Cells[1], Name: r.Cells[2], UN: r.Cells[3],
			Kind: l.oneOf(r, 4, "member", "observer", "other"), Capital: r.Cells[5],
			Lat: l.number(r, 6), Lon: l.number(r, 7), HeadOfState: l.office(r, 8), HeadOfGovernment: l.office(r, 9), Since: since,
		})
	}
}

func (l *loader) houses() {
	for _, r := range l.Rows("houses.tsv", "name", "states", "title", "style") {
		h := House{Name: r.Cells[0], States: r.List(1), Title: r.Cells[2], Style: r.Cells[3]}
		for _, s := range h.States {
			if l.w.States[s] == nil {
				l.Wrong(r, 1, fmt.Errorf("%w: %q is no state", ErrDangling, s))
			}
		}
		l.w.Houses = append(l.w.Houses, h)
	}
}

func (l *loader) places() {
	for _, r := range l.Rows("places.tsv", "name", "country", "kind", "lat", "lon", "aliases") {
		kind := l.oneOf(r, 2, "capital", "city", "region", "palace", "base", "resort", "building", "island", "sea")
		// Seas and regions that cross borders or are disputed have no country.
		if c := r.Cells[1]; l.w.States[c] == nil && (c != "" || kind == "capital") {
			l.Wrong(r, 1, fmt.Errorf("%w: %q is no state", ErrDangling, c))
		}
		put(l, l.w.Places, r, &Place{
			Name: r.Cells[0], Country: r.Cells[1], Kind: kind,
			Lat: l.number(r, 3), Lon: l.number(r, 4), Aliases: r.List(5),
		})
	}
	for _, id := range sortedKeys(l.w.States) {
		if s := l.w.States[id]; l.w.Places[s.Capital] == nil {
			l.Note(fmt.Errorf("states.tsv:1:6: %w: the capital %q of %s is not in places.tsv", ErrDangling, s.Capital, id))
		}
	}
}

func (l *loader) organisations() {
	rows := l.Rows("organisations.tsv", "id", "name", "kind", "seat", "aliases", "members")
	for _, r := range rows {
		kind := l.oneOf(r, 2, "world", "mission", "regional", "military", "economic", "technical", "forum", "court")
		if s := r.Cells[3]; s != "" && l.w.Places[s] == nil {
			l.Wrong(r, 3, fmt.Errorf("%w: the seat %q is not in places.tsv", ErrDangling, s))
		}
		put(l, l.w.Organisations, r, &Organisation{ID: r.Cells[0], Name: r.Cells[1], Kind: kind, Seat: r.Cells[3], Aliases: r.List(4), Members: r.List(5)})
	}
	for _, r := range rows {
		for _, m := range r.List(5) {
			if l.w.States[m] == nil && l.w.Organisations[m] == nil {
				l.Wrong(r, 5, fmt.Errorf("%w: %q is no state and no organisation", ErrDangling, m))
			}
		}
	}
}

// InstitutionKinds are the kinds of institution, named or generic ("the Polish
// foreign ministry").
var InstitutionKinds = []string{
	"presidency", "premiership", "government", "foreign-ministry", "defence-ministry", "interior-ministry", "finance-ministry",
	"ministry", "parliament", "court", "royal-court", "embassy", "army", "intelligence", "council", "security-council",
	"commission", "central-bank", "side", "delegation", "capital", "other",
}

func (l *loader) institutions() {
	for _, r := range l.Rows("institutions.tsv", "name", "country", "kind", "aliases") {
		i := &Institution{Name: r.Cells[0], Of: l.actor(r, 1), Kind: l.oneOf(r, 2, InstitutionKinds...), Aliases: r.List(3)}
		put(l, l.w.Institutions, r, i)
		for _, alias := range i.Aliases {
			l.w.called[alias] = i
		}
	}
}

func (l *loader) outlets() {
	for _, r := range l.Rows("outlets.tsv", "name", "country", "kind", "aliases") {
		put(l, l.w.Outlets, r, &Outlet{
			Name: r.Cells[0], Country: r.Cells[1],
			Kind: l.oneOf(r, 2, "agency", "broadcaster", "newspaper", "magazine", "site", "platform"), Aliases: r.List(3),
		})
	}
}

func (l *loader) groups() {
	for _, r := range l.Rows("groups.tsv", "name", "country", "aliases", "rules") {
		g := &Group{Name: r.Cells[0], Country: r.Cells[1], Aliases: r.List(2)}
		if r.Cells[3] != "" {
			g.Rules, _ = l.day(r, 3)
		}
		put(l, l.w.Groups, r, g)
	}
}
