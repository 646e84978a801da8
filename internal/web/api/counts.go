package api

import (
	"context"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/web/view"
)

func (a *API) counts() {
	get(a, "/totals", "totals", "Counts", "How large the register is", func(ctx context.Context, _ *struct{}) (parley.Totals, error) {
		return a.Register.Totals(ctx)
	})
	type counted struct {
		EntriesAsked
		Most int `query:"most" minimum:"1" maximum:"100000" default:"10000" doc:"count in so many entries at most, the newest"`
	}
	get(a, "/facets", "facets", "Counts", "What entries are like: how many have each value", func(ctx context.Context, in *counted) (parley.Facets, error) {
		q, err := a.query(&in.EntriesAsked, Paged{}, "")
		if err != nil {
			return parley.Facets{}, err
		}
		return a.Register.Facets(ctx, q.Filter, in.Most)
	})
	type asked struct{ EntriesAsked }
	get(a, "/network", "network", "Counts", "Who met whom", func(ctx context.Context, in *asked) (view.Network, error) {
		q, err := a.query(&in.EntriesAsked, Paged{}, "")
		if err != nil {
			return view.Network{}, err
		}
		return a.Views.Network(ctx, q)
	})
	get(a, "/places", "places", "Counts", "Where contacts take place", func(ctx context.Context, in *asked) (view.Places, error) {
		q, err := a.query(&in.EntriesAsked, Paged{}, "")
		if err != nil {
			return view.Places{}, err
		}
		return a.Views.Places(ctx, q)
	})
}
