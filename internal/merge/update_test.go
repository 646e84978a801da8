package merge

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-news/parley/record"
)

// told makes a mention from a line of a table.
type told struct {
	id, published, kind, status string
	parties, people             []string
	from, to, place             string
}

func (t told) mention() *Mention {
	c := record.Contact{ID: t.id, Kind: t.kind, Status: t.status, Main: true}
	if t.status == "moved" {
		c.Status, c.Step = record.Steps[t.status], t.status
	}
	for _, p := range t.parties {
		c.Parties = append(c.Parties, record.Party{ID: p, Role: "party"})
	}
	for i, p := range t.people {
		c.People = append(c.People, record.Person{Name: p, Country: &t.parties[i], Role: "principal"})
	}
	if t.from != "" {
		if t.to == "" {
			t.to = t.from
		}
		c.Date = &record.Date{From: t.from, To: t.to}
	}
	if t.place != "" {
		c.Place = &record.Place{Name: t.place}
	}
	return NewMention(&record.Document{ID: "d" + t.id[:1], Published: &t.published}, &c)
}

// TestUpdate: the first letter of an id is the document.
func TestUpdate(t *testing.T) {
	us := []string{"RUS", "USA"}
	leaders := []string{"Vladimir Putin", "Donald Trump"}
	ministers := []string{"Sergey Lavrov", "Marco Rubio"}
	tests := []struct {
		name string
		told []told
		want [][]string
	}{
		{
			"one call in two languages, told the day after as well",
			[]told{
				{"a1", "2025-08-18", "call", "held", us, leaders, "2025-08-18", "", ""},
				{"b1", "2025-08-19", "call", "held", us, leaders, "2025-08-18", "", ""},
				{"c1", "2025-08-19", "call", "held", us, nil, "", "", ""},
			},
			[][]string{{"a1", "b1", "c1"}},
		},
		{
			"on either side of midnight",
			[]told{
				{"a1", "2021-09-10", "call", "held", us, leaders, "2021-09-09", "", ""},
				{"b1", "2021-09-10", "call", "held", us, leaders, "2021-09-10", "", ""},
			},
			[][]string{{"a1", "b1"}},
		},
		{
			"the same presidents nine days later",
			[]told{
				{"a1", "2025-08-18", "call", "held", us, leaders, "2025-08-18", "", ""},
				{"b1", "2025-08-27", "call", "held", us, leaders, "2025-08-27", "", ""},
			},
			[][]string{{"a1"}, {"b1"}},
		},
		{
			"who names nobody does not tie presidents and ministers together",
			[]told{
				{"a1", "2025-08-18", "call", "held", us, leaders, "2025-08-18", "", ""},
				{"b1", "2025-08-18", "call", "held", us, ministers, "2025-08-18", "", ""},
				{"c1", "2025-12-01", "call", "held", us, nil, "2025-08-18", "", ""},
			},
			[][]string{{"a1", "c1"}, {"b1"}},
		},
		{
			"talks do not tie a call and a meeting together",
			[]told{
				{"a1", "2025-08-18", "call", "held", us, leaders, "2025-08-18", "", ""},
				{"b1", "2025-08-18", "meeting", "held", us, leaders, "2025-08-18", "", ""},
				{"c1", "2025-08-18", "talks", "held", us, leaders, "2025-08-18", "", ""},
			},
			[][]string{{"a1"}, {"b1", "c1"}},
		},
		{
			"three at one table beside two of them",
			[]told{
				{"a1", "2025-03-14", "meeting", "held", []string{"ITA", "TUR"}, []string{"Giorgia Meloni", "Recep Tayyip Erdoğan"}, "2025-03-14", "", "Ankara"},
				{"b1", "2025-03-14", "meeting", "held", []string{"ESP", "ITA", "TUR"}, []string{"Pedro Sánchez", "Giorgia Meloni", "Recep Tayyip Erdoğan"}, "2025-03-14", "", "Ankara"},
			},
			[][]string{{"a1"}, {"b1"}},
		},
		{
			"a plan that was moved, and what took place on the new day",
			[]told{
				{"a1", "2025-03-01", "meeting", "scheduled", us, leaders, "2025-03-10", "", ""},
				{"b1", "2025-03-02", "meeting", "scheduled", us, nil, "2025-03-10", "", ""},
				{"c1", "2025-03-05", "meeting", "moved", us, leaders, "2025-03-17", "", ""},
				{"d1", "2025-03-17", "meeting", "held", us, leaders, "2025-03-17", "", ""},
				{"e1", "2025-03-18", "meeting", "held", us, leaders, "2025-03-17", "", ""},
			},
			[][]string{{"a1", "b1", "c1", "d1", "e1"}},
		},
		{
			"a plan that was moved to an earlier day",
			[]told{
				{"a1", "2025-03-01", "meeting", "scheduled", us, leaders, "2025-03-20", "", ""},
				{"b1", "2025-03-02", "meeting", "moved", us, leaders, "2025-03-09", "", ""},
				{"c1", "2025-03-10", "meeting", "held", us, leaders, "2025-03-09", "", ""},
			},
			[][]string{{"a1", "b1", "c1"}},
		},
		{
			"what was announced after the move is a plan of its own",
			[]told{
				{"a1", "2025-03-05", "meeting", "moved", us, leaders, "2025-03-17", "", ""},
				{"b1", "2025-03-09", "meeting", "scheduled", us, leaders, "2025-04-02", "", ""},
				{"c1", "2025-02-10", "meeting", "held", us, leaders, "2025-02-10", "", ""},
			},
			[][]string{{"a1"}, {"b1"}, {"c1"}},
		},
		{
			"presidents and ministers on the same day",
			[]told{
				{"a1", "2025-08-18", "call", "held", us, leaders, "2025-08-18", "", ""},
				{"b1", "2025-08-18", "call", "held", us, ministers, "2025-08-18", "", ""},
			},
			[][]string{{"a1"}, {"b1"}},
		},
		{
			"three beside two on the same day",
			[]told{
				{"a1", "2025-06-11", "meeting", "held", []string{"ROU", "UKR"}, nil, "2025-06-11", "", "Odesa"},
				{"a2", "2025-06-11", "meeting", "held", []string{"MDA", "ROU", "UKR"}, nil, "2025-06-11", "", "Odesa"},
				{"b1", "2025-06-12", "meeting", "held", []string{"ROU", "UKR"}, nil, "2025-06-11", "", "Odesa"},
				{"c1", "2025-06-12", "meeting", "held", []string{"MDA", "ROU", "UKR"}, nil, "2025-06-11", "", "Odesa"},
			},
			[][]string{{"a1", "b1"}, {"a2", "c1"}},
		},
		{
			"their last conversation, on 11 September",
			[]told{
				{"a1", "2024-09-12", "call", "held", us, leaders, "2024-09-11", "", ""},
				{"b1", "2024-11-05", "call", "held", us, leaders, "2024-11-04", "", ""},
				{"b2", "2024-11-05", "call", "held", us, leaders, "2024-09-11", "", ""},
			},
			[][]string{{"a1", "b2"}, {"b1"}},
		},
		{
			"announced without a day, then held",
			[]told{
				{"a1", "2025-03-01", "visit", "scheduled", us, leaders, "", "", ""},
				{"b1", "2025-03-20", "meeting", "held", us, leaders, "2025-03-20", "", "Anchorage"},
				{"c1", "2025-03-12", "visit", "scheduled", us, leaders, "2025-03-16", "2025-03-22", "Anchorage"},
			},
			[][]string{{"a1", "b1", "c1"}},
		},
		{
			"a call and a meeting on the same day",
			[]told{
				{"a1", "2025-03-20", "call", "held", us, leaders, "2025-03-20", "", ""},
				{"b1", "2025-03-20", "meeting", "held", us, leaders, "2025-03-20", "", ""},
			},
			[][]string{{"a1"}, {"b1"}},
		},
		{
			"the mediator left out",
			[]told{
				{"a1", "2025-04-13", "talks", "held", []string{"IRN", "OMN", "USA"}, nil, "2025-04-12", "", "Muscat"},
				{"b1", "2025-04-13", "talks", "held", []string{"IRN", "USA"}, nil, "2025-04-12", "", "Muscat"},
			},
			[][]string{{"a1", "b1"}},
		},
		{
			"no day at all",
			[]told{
				{"a1", "", "talks", "held", us, leaders, "", "", ""},
				{"b1", "2025-04-13", "talks", "held", us, leaders, "2025-04-12", "", ""},
			},
			[][]string{{"a1"}, {"b1"}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x := newMemory()
			var added []*Mention
			for _, l := range tt.told {
				m := l.mention()
				x.Put(m)
				added = append(added, m)
			}
			groups, err := Update(x, added, nil, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, contacts(groups)); diff != "" {
				t.Errorf("groups (-want +got):\n%s", diff)
			}
		})
	}
}

func contacts(groups [][]record.Ref) [][]string {
	var out [][]string
	for _, g := range groups {
		var ids []string
		for _, r := range g {
			ids = append(ids, r.Contact)
		}
		out = append(out, ids)
	}
	return out
}

// TestAnyOrder: whatever comes, goes and is corrected in whatever order and portions,
// the groups are those of all that is there at last, found at once.
func TestAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(drawn(), 1, 25).Draw(t, "mentions")
		final := map[record.Ref]*Mention{}
		for i, m := range all {
			m.Ref = record.Ref{Document: fmt.Sprint("d", i/2), Contact: fmt.Sprintf("%02d", i)}
		}
		rules := drawRules(t, all)

		x, now := newMemory(), map[record.Ref][]record.Ref{}
		put := func(added []*Mention, removed []record.Ref) {
			for _, r := range removed {
				x.Take(r)
				delete(final, r)
			}
			for _, m := range added {
				x.Put(m)
				final[m.Ref] = m
			}
			groups, err := Update(x, added, removed, nil, rules)
			if err != nil {
				t.Fatal(err)
			}
			for _, g := range groups {
				for _, r := range g {
					now[r] = g
				}
			}
		}
		order := rapid.Permutation(all).Draw(t, "order")
		for len(order) > 0 {
			n := rapid.IntRange(1, len(order)).Draw(t, "portion")
			put(order[:n], nil)
			order = order[n:]
			if rapid.Bool().Draw(t, "change one") {
				old := rapid.SampledFrom(all).Draw(t, "old")
				if final[old.Ref] != nil {
					changed := drawn().Draw(t, "new")
					changed.Ref = old.Ref
					put([]*Mention{changed}, []record.Ref{old.Ref})
				}
			}
			if rapid.Bool().Draw(t, "remove one") {
				if r := rapid.SampledFrom(all).Draw(t, "gone").Ref; final[r] != nil {
					put(nil, []record.Ref{r})
				}
			}
		}

		var got [][]record.Ref
		for r := range final {
			if now[r][0] == r {
				got = append(got, now[r])
			}
		}
		slices.SortFunc(got, func(a, b []record.Ref) int { return compareRefs(a[0], b[0]) })
		y, atOnce := newMemory(), []*Mention{}
		for _, m := range final {
			y.Put(m)
			atOnce = append(atOnce, m)
		}
		want, err := Update(y, atOnce, nil, nil, rules)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("groups (-at once +bit by bit):\n%s", diff)
		}
	})
}

// drawn draws a mention from so small a world that many are alike.
func drawn() *rapid.Generator[*Mention] {
	return rapid.Custom(func(t *rapid.T) *Mention {
		l := told{
			id:        "a",
			published: Day(20000 + rapid.IntRange(0, 12).Draw(t, "published")).String(),
			kind:      rapid.SampledFrom(record.Kinds).Draw(t, "kind"),
			status:    rapid.SampledFrom(append([]string{"moved"}, record.Statuses...)).Draw(t, "status"),
			parties:   rapid.SampledFrom([][]string{{"FRA", "RUS"}, {"FRA", "RUS", "TUR"}, {"RUS", "TUR"}}).Draw(t, "parties"),
		}
		if rapid.Bool().Draw(t, "people") {
			l.people = rapid.SampledFrom([][]string{{"A", "B"}, {"C", "D"}}).Draw(t, "who")
		}
		if rapid.IntRange(0, 2).Draw(t, "dated") > 0 {
			from := Day(20000 + rapid.IntRange(0, 12).Draw(t, "from"))
			l.from, l.to = from.String(), (from + Day(rapid.SampledFrom([]int{0, 0, 0, 5, 30}).Draw(t, "width"))).String()
		}
		return l.mention()
	})
}

func drawRules(t *rapid.T, all []*Mention) *Rules {
	var refs []record.Ref
	for _, m := range all {
		refs = append(refs, m.Ref)
	}
	return NewRules(drawLog(t, refs, 6))
}

// drawLog draws a log of one to most corrections.
func drawLog(t *rapid.T, refs []record.Ref, most int) []record.Correction {
	var log []record.Correction
	one := rapid.SampledFrom(refs)
	for i := range rapid.IntRange(1, most).Draw(t, "corrections") {
		c := record.Correction{
			ID: int64(i + 1), Action: rapid.SampledFrom([]string{"merge", "split"}).Draw(t, "action"),
			Contacts: []record.Ref{one.Draw(t, "one"), one.Draw(t, "two")},
		}
		if c.Action == "split" {
			c.From = []record.Ref{one.Draw(t, "other")}
		}
		log = append(log, c)
	}
	return log
}
