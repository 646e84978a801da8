package view

import (
	"net/url"
	"strings"

	"github.com/parley-news/parley/record"
)

// Mark is a contact on a time line.
type Mark struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Kind     string   `json:"kind"`
	Status   string   `json:"status"`
	From     string   `json:"from"`
	To       string   `json:"to"`
	Disputed bool     `json:"disputed"`
	Sides    []string `json:"sides"`
	Href     string   `json:"href"`
}

// marks are the entries that have a day.
func marks(entries []record.Entry) []Mark {
	out := []Mark{}
	for i := range entries {
		e := &entries[i]
		if e.Date == nil {
			continue
		}
		sides := []string{}
		for _, p := range e.Parties {
			sides = append(sides, p.Name)
		}
		sides = append(sides, e.Groups...)
		title := e.Kind
		if e.Summit {
			title = "summit"
		}
		out = append(out, Mark{
			e.ID, title + ": " + strings.Join(sides, " – "), e.Kind, e.Status, e.Date.From, e.Date.To, len(e.Disputed) > 0, sides,
			"/contacts/" + url.PathEscape(e.ID),
		})
	}
	return out
}
