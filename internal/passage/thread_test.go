package passage

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

const body = `Le ministre et le port

Le ministre a reçu lundi l'ambassadeur du Pérou, a fait savoir la présidence du pays.

Ils ont parlé du port et de la pêche, et ils se reverront en juin dans la capitale.
`

func TestComments(t *testing.T) {
	votes := func(n int) *int { return &n }
	type comment struct {
		Words, Posted string
		Score         *int
		Depth         int
		Deleted       bool
	}
	for _, c := range []struct {
		name, thread string
		want         []comment
	}{
		{"numbered", `
3 commentaires
  1. +5
    Mai 3 2022 22: 05
    Il n'ira pas, c'est clair.
    1. - 11
      Mai 4 2022 01: 57
      Et pourquoi donc ?

      Il a promis.
    2. Le commentaire a été supprimé.
  2. 0
    Mai 4 2022 07: 13
    On verra.`, []comment{
			{"clair.", "2022-05-03T22:05", votes(5), 0, false},
			{"promis.", "2022-05-04T01:57", votes(-11), 1, false},
			{"supprimé.", "", nil, 1, true},
			{"verra.", "2022-05-04T07:13", votes(0), 0, false},
		}},
		{"numbered, not announced", `
  1. +5
    Mai 3 2022 22: 05
    Il n'ira pas.
  2. -2
    Mai 4 2022 07: 13
    On verra.`, []comment{
			{"pas.", "2022-05-03T22:05", votes(5), 0, false},
			{"verra.", "2022-05-04T07:13", votes(-2), 0, false},
		}},
		{"named", `
Commentaires (2)
paul_7, 17.05.2024 10:14 – Le ministre a menti, il n'y avait pas d'ambassadeur.
Ana, 2024-05-18 : bien dit`, []comment{
			{"d'ambassadeur.", "2024-05-17T10:14", nil, 0, false},
			{"dit", "2024-05-18", nil, 0, false},
		}},
		{"counted back", `
Commentaires
Jean il y a 2 heures
Le président a dit non. Il ne viendra pas à la réunion.
Répondre
Marie il y a 3 jours
Ah bon.`, []comment{
			{"réunion.", "", nil, 0, false},
			{"bon.", "", nil, 0, false},
		}},
		{"a list in the report", `
Le communiqué tient en deux points, et le port n'en est pas un :
1. La pêche reprendra le 3 mai 2022.
2. Les deux pays nommeront un délégué.`, nil},
		{"days in the report", `
12 mai 2022, 14:30 : le ministre arrive au port, et l'ambassadeur avec lui.
13 mai 2022, 9:15 : ils signent devant la presse, a constaté notre reporter.`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := body + c.thread
			r := splitter(t).Split(text, "", "")
			var got []comment
			for _, k := range r.Comments {
				if roleAt(r, k.Start) != record.RoleComment {
					t.Errorf("the comment at %d lies outside of the comments", k.Start)
				}
				f := strings.Fields(text[k.Start:k.End])
				got = append(got, comment{f[len(f)-1], k.Posted, k.Score, k.Depth, k.Deleted})
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if at := strings.Index(text, "Ils ont parlé"); roleAt(r, at) != record.RoleReport {
				t.Error("the report was taken for comments")
			}
		})
	}
}

func TestStamp(t *testing.T) {
	s := splitter(t)
	for in, want := range map[string]string{
		"Avril 13 2021 22: 22":         "2021-04-13T22:22",
		"March 6, 2026 5:12 PM":        "2026-03-06T17:12",
		"17.05.2024, 10:14":            "2024-05-17T10:14",
		"2024-05-18 10:14:59":          "2024-05-18T10:14",
		"3/25/2024":                    "2024-03-25",
		"joi, 4 septembrie 2025":       "2025-09-04",
		"il y a 2 heures":              "",
		"Sunday, at noon":              "none",
		"May the ministers be at ease": "none",
		"31.12":                        "none",
	} {
		st, ok := s.calendar.stampOf(in, tokenize(in, len(in)))
		got := "none"
		if ok {
			got = st.posted()
		}
		if got != want {
			t.Errorf("stampOf(%q) = %q, want %q", in, got, want)
		}
	}
}
