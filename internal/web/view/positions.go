package view

import (
	"context"
	"slices"
	"time"

	"github.com/parley-news/parley"
)

// Topic is what somebody said of a topic, "" for statements of none.
type Topic struct {
	Topic      string   `json:"topic"`
	Statements []Stated `json:"statements"`
}

// Stated is a statement among others of its topic.
type Stated struct {
	parley.Statement
	// Silent is for how many full months before it nothing is known to have been said of
	// the topic, 0 where that is not worth a word.
	Silent int `json:"silent"`
}

// silentMonths is from how many months on nothing said of a topic is worth a word.
const silentMonths = 3

// positions are the latest statements of somebody on each topic, in the order of their days.
func (m *Maker) positions(ctx context.Context, who string) ([]Topic, error) {
	out := []Topic{}
	for p, err := range m.register.Positions(ctx, who, parley.StatementFilter{Newest: true, Limit: actorStatements}) {
		if err != nil {
			return nil, err
		}
		if n := len(out); n == 0 || out[n-1].Topic != p.Topic {
			out = append(out, Topic{p.Topic, nil})
		}
		t := &out[len(out)-1]
		t.Statements = append(t.Statements, Stated{p.Statement, 0})
	}
	for _, t := range out {
		slices.Reverse(t.Statements)
		silences(t.Statements)
	}
	return out, nil
}

// silences finds how long nothing was said between statements of one topic.
func silences(said []Stated) {
	for i := 1; i < len(said); i++ {
		before, err1 := time.Parse(time.DateOnly, said[i-1].Day)
		now, err2 := time.Parse(time.DateOnly, said[i].Day)
		if n := months(before, now); err1 == nil && err2 == nil && n >= silentMonths {
			said[i].Silent = n
		}
	}
}
