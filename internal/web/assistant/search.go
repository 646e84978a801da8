package assistant

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/web/view"
)

// filter is what entries are searched for by.
type filter struct {
	Party    []string `json:"party,omitempty" jsonschema:"states or organisations that take part: codes as FRA or names in any language; any of them"`
	With     []string `json:"with,omitempty" jsonschema:"others that take part as well, for what is between two"`
	Person   []string `json:"person,omitempty" jsonschema:"persons who take part, or parts of their names, in any script"`
	Kind     []string `json:"kind,omitempty" jsonschema:"call, video, meeting, talks, visit, letter or other"`
	Status   []string `json:"status,omitempty" jsonschema:"held, ongoing, scheduled, proposed, denied or cancelled"`
	Topic    []string `json:"topic,omitempty" jsonschema:"topics, as ceasefire or trade-economy"`
	Place    []string `json:"place,omitempty" jsonschema:"places, or codes of countries"`
	About    []string `json:"about,omitempty" jsonschema:"parties that it is about"`
	From     string   `json:"from,omitempty" jsonschema:"from a day on: 2025-09-18, 2025-09 or 2025"`
	To       string   `json:"to,omitempty" jsonschema:"up to a day, this included"`
	Disputed bool     `json:"disputed,omitempty" jsonschema:"only where the accounts of sides differ"`
}

// How many entries one answer has.
const (
	usualEntries = 20
	mostEntries  = 100
)

func (a *Assistant) query(f filter, limit int, after string) (view.Query, error) {
	if limit == 0 {
		limit = usualEntries
	}
	v := url.Values{
		"party": f.Party, "with": f.With, "person": f.Person, "kind": f.Kind, "status": f.Status, "topic": f.Topic, "place": f.Place, "about": f.About,
		"from": {f.From}, "to": {f.To}, "after": {after}, "limit": {strconv.Itoa(min(limit, mostEntries))},
	}
	if f.Disputed {
		v.Set("disputed", "true")
	}
	return a.Views.Query(v)
}

// found is entries that were asked for.
type found struct {
	Entries []summary `json:"entries"`
	Next    string    `json:"next,omitempty" jsonschema:"the after of the next page; absent when there are no more"`
}

// String tells them, a line each.
func (f found) String() string {
	if len(f.Entries) == 0 {
		return "No entry found."
	}
	lines := make([]string, len(f.Entries))
	for i, s := range f.Entries {
		lines[i] = s.String()
	}
	if f.Next != "" {
		lines = append(lines, "There are more: ask again with after "+f.Next)
	}
	return strings.Join(lines, "\n")
}

func (a *Assistant) search() {
	type asked struct {
		Words string `json:"words,omitempty" jsonschema:"words that a document that tells of the contact must have; all of them, phrases in quotation marks"`
		filter
		Limit int    `json:"limit,omitempty" jsonschema:"how many entries at most: 20 when absent, 100 at most"`
		After string `json:"after,omitempty" jsonschema:"next of the answer before, to go on"`
	}
	tool(a, "search_register", "Search the register",
		"Find contacts (calls, meetings, visits, talks, letters) in the register, the newest first. Different filters all count, values of one are alternatives. Without any filter: the latest contacts.",
		func(ctx context.Context, in asked) (found, error) {
			q, err := a.query(in.filter, in.Limit, in.After)
			if err != nil {
				return found{}, err
			}
			if in.Words != "" {
				return a.withWords(ctx, in.Words, q)
			}
			v, err := a.Views.Contacts(ctx, q)
			out := found{Entries: []summary{}, Next: v.Next}
			for i := range v.Entries {
				out.Entries = append(out.Entries, a.summary(&v.Entries[i]))
			}
			return out, err
		}, found.String)

	type ahead struct {
		filter
		Today string `json:"today,omitempty" jsonschema:"as on a day, as 2025-09-18; today when absent"`
		Days  int    `json:"days,omitempty" jsonschema:"how many days to look ahead; all when absent"`
		Limit int    `json:"limit,omitempty" jsonschema:"how many entries at most: 20 when absent, 100 at most"`
	}
	tool(a, "upcoming_contacts", "What is coming",
		"List contacts that are announced and lie ahead, the soonest first. Those announced without a day come only when no filter asks for days.",
		func(ctx context.Context, in ahead) (found, error) {
			if in.Today == "" {
				in.Today = a.Views.Today()
			}
			today, err := time.Parse(time.DateOnly, in.Today)
			if err != nil {
				return found{}, fmt.Errorf("%w: today %q is no day; write it as 2025-09-18", errInput, in.Today)
			}
			if in.Days != 0 && in.To == "" {
				in.To = today.AddDate(0, 0, in.Days).Format(time.DateOnly)
			}
			q, err := a.query(in.filter, in.Limit, "")
			if err != nil {
				return found{}, err
			}
			q.Newest = false
			out := found{Entries: []summary{}}
			for e, err := range a.Register.Upcoming(ctx, in.Today, q.Filter) {
				if err != nil {
					return found{}, err
				}
				out.Entries = append(out.Entries, a.summary(&e))
			}
			return out, nil
		}, found.String)
}

// withWords are the entries of documents that have some words.
func (a *Assistant) withWords(ctx context.Context, words string, q view.Query) (found, error) {
	out := found{Entries: []summary{}}
	seen := map[string]bool{}
	f := q.Filter
	f.Limit++
	for hit, err := range a.Register.Search(ctx, words, f) {
		if err != nil {
			return found{}, err
		}
		if len(out.Entries) >= q.Limit {
			break
		}
		for _, id := range hit.Entries {
			if seen[id] {
				continue
			}
			seen[id] = true
			one, err := a.Register.Entry(ctx, id)
			if err != nil {
				return found{}, err
			}
			if one.Entry != nil {
				out.Entries = append(out.Entries, a.summary(one.Entry))
			}
		}
		out.Next = hit.Cursor()
	}
	if len(out.Entries) < q.Limit {
		out.Next = ""
	}
	return out, nil
}
