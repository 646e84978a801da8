package api

import (
	"context"

	"github.com/parley-news/parley"
)

// Said are the parameters of statements.
type Said struct {
	Person []string `query:"person,explode" doc:"a speaker, or a part of the name, in any script"`
	Party  []string `query:"party,explode" doc:"the party that is spoken for"`
	Act    []string `query:"act,explode" doc:"say, deny, propose, demand, warn, accuse, promise, invite, agree, reject, condemn, thank, support or threaten"`
	To     []string `query:"addressee,explode" doc:"a party that is spoken to"`
	Matter
}

// filter is what is asked for, as the register understands it.
func (a *API) statementFilter(in *Said, p Paged, sort string) (parley.StatementFilter, error) {
	q, err := a.query(&EntriesAsked{Party: in.Party, With: in.To, Matter: in.Matter}, p, sort)
	return parley.StatementFilter{
		People: in.Person, Parties: q.Parties, Acts: in.Act, Topics: q.Topics, About: q.About, Hearers: q.Filter.With, Outlets: q.Outlets,
		Languages: q.Languages, From: q.From, To: q.To, Newest: q.Newest, After: q.After, Limit: q.Limit,
	}, err
}

func (a *API) statements() {
	type asked struct {
		Said
		Ordered
		Paged
	}
	get(a, "/statements", "list-statements", "Statements", "Who said what, with the words", func(ctx context.Context, in *asked) (list[parley.Statement], error) {
		f, err := a.statementFilter(&in.Said, in.Paged, in.Sort)
		if err != nil {
			return list[parley.Statement]{}, err
		}
		limit := f.Limit
		f.Limit++
		return page(a.Register.Statements(ctx, f), limit, (*parley.Statement).Cursor)
	})

	type positions struct {
		Who string `path:"who" doc:"a person, or a party for all who speak for it"`
		Matter
		Ordered
		Limit int `query:"limit" minimum:"1" maximum:"500" default:"50" doc:"how many of each topic are wanted at most"`
	}
	get(a, "/positions/{who}", "list-positions", "Statements", "What somebody said of each topic over time", func(ctx context.Context, in *positions) (list[parley.Position], error) {
		f, err := a.statementFilter(&Said{Matter: in.Matter}, Paged{Limit: in.Limit}, in.Sort)
		if err != nil {
			return list[parley.Position]{}, err
		}
		who := in.Who
		if id, err := a.Views.Party(who); err == nil {
			who = id
		}
		return page(a.Register.Positions(ctx, who, f), in.Limit*len(topics), nil)
	})

	type commitments struct {
		Who   []string `query:"party,explode" doc:"who undertook it"`
		State []string `query:"state,explode" enum:"kept,broken,due,overdue,no-later-report" doc:"what became of it"`
		Today string   `query:"today" format:"date" doc:"as on a day, without it today"`
		From  string   `query:"from" doc:"published from a day on"`
		To    string   `query:"to" doc:"published up to a day"`
		Ordered
		Paged
	}
	get(a, "/commitments", "list-commitments", "Statements", "What parties undertook to do, and what became of it", func(ctx context.Context, in *commitments) (list[parley.Commitment], error) {
		q, err := a.query(&EntriesAsked{Party: in.Who, Matter: Matter{From: in.From, To: in.To}}, in.Paged, in.Sort)
		if err != nil {
			return list[parley.Commitment]{}, err
		}
		f := parley.CommitmentFilter{Who: q.Parties, From: q.From, To: q.To, Newest: q.Newest, After: q.After, Limit: q.Limit + 1}
		for _, s := range in.State {
			f.States = append(f.States, parley.CommitmentState(s))
		}
		return page(a.Register.Commitments(ctx, a.day(in.Today), f), q.Limit, (*parley.Commitment).Cursor)
	})
}
