package api

import (
	"net/url"
	"strconv"

	"github.com/parley-news/parley/internal/web/view"
)

// Matter is what entries and statements are both asked for by.
type Matter struct {
	Topic    []string `query:"topic,explode" doc:"a topic, as security-guarantees"`
	About    []string `query:"about,explode" doc:"a party that it is about"`
	Outlet   []string `query:"outlet,explode" doc:"an outlet that tells of it"`
	Language []string `query:"language,explode" doc:"a language in which it is told, a code as fr"`
	From     string   `query:"from" doc:"from a day on: 2025-09-18, 2025-09 or 2025"`
	To       string   `query:"to" doc:"up to a day, this included"`
}

// EntriesAsked are the parameters of lists of entries.
type EntriesAsked struct {
	Party    []string `query:"party,explode" doc:"a party that takes part: a code, as FRA, or a name in any language"`
	With     []string `query:"with,explode" doc:"a party that takes part as well"`
	Person   []string `query:"person,explode" doc:"a person who takes part, or a part of the name, in any script"`
	Kind     []string `query:"kind,explode" doc:"call, video, meeting, talks, visit, letter or other"`
	Status   []string `query:"status,explode" doc:"held, ongoing, scheduled, proposed, denied or cancelled"`
	Place    []string `query:"place,explode" doc:"a place, or the code of its country"`
	Disputed bool     `query:"disputed" doc:"only where accounts differ"`
	Rejected bool     `query:"rejected" doc:"those too of which a person has said that they are no contact"`
	Matter
}

// Paged are the parameters of what comes in pages.
type Paged struct {
	After string `query:"after" doc:"the cursor behind which to go on: the next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"50" doc:"how many are wanted at most"`
}

// Ordered is the parameter of lists that can be turned around.
type Ordered struct {
	Sort string `query:"sort" enum:"newest,oldest" default:"newest" doc:"which come first"`
}

// query is what is asked for, as the pages understand it.
func (a *API) query(e *EntriesAsked, p Paged, sort string) (view.Query, error) {
	v := url.Values{
		"party": e.Party, "with": e.With, "person": e.Person, "kind": e.Kind, "status": e.Status, "place": e.Place,
		"topic": e.Topic, "about": e.About, "outlet": e.Outlet, "language": e.Language, "from": {e.From}, "to": {e.To},
		"after": {p.After}, "sort": {sort},
	}
	if p.Limit != 0 {
		v.Set("limit", strconv.Itoa(p.Limit))
	}
	if e.Disputed {
		v.Set("disputed", "true")
	}
	if e.Rejected {
		v.Set("rejected", "true")
	}
	return a.Views.Query(v)
}

// list is a page of a list.
type list[T any] struct {
	Items []T `json:"items"`
	// Next is the cursor behind the last of them, "" when there are no more.
	Next string `json:"next" doc:"the after of the next page, empty on the last one"`
}

func (l list[T]) next() string { return l.Next }

// page takes a page of a sequence that was asked for one more, and the cursor of its last.
func page[T any](seq func(func(T, error) bool), limit int, cursor func(*T) string) (list[T], error) {
	out := list[T]{Items: []T{}}
	for v, err := range seq {
		if err != nil {
			return list[T]{}, err
		}
		if len(out.Items) == limit {
			out.Next = cursor(&out.Items[limit-1])
			break
		}
		out.Items = append(out.Items, v)
	}
	return out, nil
}
