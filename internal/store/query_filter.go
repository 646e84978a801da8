package store

import (
	"errors"
	"fmt"
	"strings"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// ErrFilter is the error of a filter that cannot be understood.
var ErrFilter = errors.New("this cannot be asked for")

// Filter says which entries are wanted: those that meet every field, each by any of its
// values. An empty field asks for nothing.
//
// Parties, people, places and outlets are given by id (record.Party.ID, record.Person.ID,
// the country of a place), by name, or by part of a name: whole words in the spelling of
// any usage or script whose letters are read alike, in any order ("Peskov", "Песков"), or
// the beginning of a word with a star behind. Part of a name is looked for only where no
// name is met as a whole.
type Filter struct {
	// Parties take part, or groups. With are others that take part as well: what is
	// between one of Parties and one of With.
	Parties, With []string
	People        []string
	// Kinds, Statuses, Topics and Languages are as the records write them.
	Kinds, Statuses, Topics, Languages []string
	Places, Outlets                    []string
	// About are parties that an entry is about.
	About []string
	// From and To are days, "2006-01-02", both included. An entry is between them when
	// one of its days may be.
	From, To string
	// Disputed asks for entries on which accounts differ, Rejected for those too of
	// which a person has said that they are no contact.
	Disputed, Rejected bool
	// Newest turns the order around.
	Newest bool
	// After is the place behind which to go on, as Cursor or Statement.Cursor gives it.
	After string
	// Limit is how many are wanted at most, 0 for all.
	Limit int
}

// Cursor is the place of an entry in the order of entries, for Filter.After.
func Cursor(e *record.Entry) string {
	first, _ := span(e)
	return cursor{first, e.ID}.String()
}

// cursor is a place in the order by day, then id.
type cursor struct {
	day merge.Day
	id  string
}

const noDay = "undated"

func (c cursor) String() string {
	if c.day == merge.Unknown {
		return noDay + "/" + c.id
	}
	return c.day.String() + "/" + c.id
}

// parseCursor reads what String wrote.
func parseCursor(s string) (cursor, error) {
	on, id, ok := strings.Cut(s, "/")
	d := merge.ParseDay(on)
	if !ok || d == merge.Unknown && on != noDay {
		return cursor{}, fmt.Errorf("%w: %q is no place to go on from", ErrFilter, s)
	}
	return cursor{d, id}, nil
}

// period is the days asked for.
type period struct{ from, to merge.Day }

// always is all days, and what has none.
var always = period{merge.Unknown, 1<<31 - 1}

func parsePeriod(from, to string) (p period, err error) {
	p = always
	if from != "" || to != "" {
		p.from++ // what has no day is in no period
	}
	for _, end := range []struct {
		day  string
		into *merge.Day
	}{{from, &p.from}, {to, &p.to}} {
		if end.day == "" {
			continue
		}
		if *end.into = merge.ParseDay(end.day); *end.into == merge.Unknown {
			return p, fmt.Errorf("%w: %q is no day; write it as 2025-03-12", ErrFilter, end.day)
		}
	}
	return p, nil
}
