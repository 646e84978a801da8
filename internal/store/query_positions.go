package store

import (
	"context"
	"errors"
	"iter"
	"slices"

	"github.com/parley-news/parley/record"
)

// Position is a statement as part of what an actor says of a topic.
type Position struct {
	// Topic is one of record.Topics, "" for a statement of none.
	Topic string `json:"topic"`
	Statement
}

// Positions walks over what an actor has said of each topic over time: by topic, those of
// the filter or all, and within a topic by day. who is a person as in Filter, or a party
// for all who speak for it. A statement of two topics comes twice; what is of no topic
// comes last. The filter's Limit is for each topic; its After has no meaning here.
func (s *Store) Positions(ctx context.Context, who string, f StatementFilter) iter.Seq2[Position, error] {
	return stream(ctx, s, func(q *session, yield func(Position) error) error {
		topics := slices.Sorted(slices.Values(f.Topics))
		if len(topics) == 0 {
			topics = append(slices.Sorted(slices.Values(record.Topics)), "")
		}
		f.Topics, f.After = nil, ""
		w, err := q.wantedStatements(ctx, &f, func(r *resolver) { r.add([]string{who}, facetPerson, facetNamed, facetParty) })
		if err != nil || w == nil {
			return err
		}
		for _, topic := range slices.Compact(topics) {
			n := 0
			err := q.walkTopic(ctx, *w, topic, func(s Statement) error {
				if err := yield(Position{topic, s}); err != nil {
					return err
				}
				if n++; n == f.Limit {
					return errEnough
				}
				return nil
			})
			if err != nil && !errors.Is(err, errEnough) {
				return err
			}
		}
		return nil
	})
}

// errEnough ends the walk over one topic of several.
var errEnough = errors.New("no more of this topic wanted")

// walkTopic walks over those of the statements wanted that are of a topic, "" for none.
func (q *session) walkTopic(ctx context.Context, w wanted, topic string, do func(Statement) error) error {
	r := resolver{ctx: ctx, session: q, of: ofStatements}
	if topic == "" {
		r.add([]string{markNoTopic}, facetMark)
	} else {
		r.add([]string{topic}, facetTopic)
	}
	if r.err != nil || r.none {
		return r.err
	}
	w.fields = append(slices.Clone(w.fields), r.fields...)
	return q.walk(ctx, &statementsGround, &w, q.handStatements(ctx, 0, do))
}
