package api

import (
	"context"
	"strconv"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

// topics is how many topics there are at most in one answer: those of the list, and none.
var topics = append(append([]string{}, record.Topics...), "")

func (a *API) actors() {
	type asked struct {
		Name []string `query:"name,explode" doc:"a name in any script, or an id"`
		Type []string `query:"type,explode" enum:"party,person,named" doc:"states and organisations, persons that are known, or mere names"`
		Met  int      `query:"counterparts" minimum:"0" maximum:"50" default:"5" doc:"how many of the parties met most to list of each"`
		EntriesAsked
		After string `query:"after" doc:"how many to leave out: the next of the page before"`
		Limit int    `query:"limit" minimum:"1" maximum:"500" default:"50" doc:"how many are wanted at most"`
	}
	get(a, "/actors", "list-actors", "Actors", "Who takes part and speaks, those with the most contacts first", func(ctx context.Context, in *asked) (list[parley.Actor], error) {
		q, err := a.query(&in.EntriesAsked, Paged{}, "")
		if err != nil {
			return list[parley.Actor]{}, err
		}
		f := parley.ActorFilter{Who: a.who(in.Name), Types: in.Type, In: q.Filter, Counterparts: in.Met, Limit: in.Limit + 1}
		if in.After != "" {
			if f.Skip, err = strconv.Atoi(in.After); err != nil || f.Skip < 0 {
				return list[parley.Actor]{}, parley.ErrFilter
			}
		}
		return page(a.Register.Actors(ctx, f), in.Limit, func(*parley.Actor) string { return strconv.Itoa(f.Skip + in.Limit) })
	})

	type one struct {
		ID string `path:"id" doc:"the code of a party, the id of a person, or a name that has none"`
	}
	get(a, "/actors/{id}", "show-actor", "Actors", "One actor: contacts, counterparts, topics, positions over time", func(ctx context.Context, in *one) (view.Actor, error) {
		return a.Views.Actor(ctx, in.ID)
	})

	type pair struct {
		ID    string `path:"id" doc:"the codes of two parties, as FRA-TUR"`
		After string `query:"after" doc:"the cursor behind which to go on"`
	}
	get(a, "/pairs/{id}", "show-pair", "Actors", "What was between two parties, and when nothing was", func(ctx context.Context, in *pair) (view.Pair, error) {
		x, y, err := a.Views.Parties(in.ID)
		if err != nil {
			return view.Pair{}, err
		}
		return a.Views.Pair(ctx, min(x, y), max(x, y), in.After)
	})
}

// who writes the codes of parties beside their names.
func (a *API) who(names []string) []string {
	out := append([]string{}, names...)
	for _, n := range names {
		if id, err := a.Views.Party(n); err == nil {
			out = append(out, id)
		}
	}
	return out
}
