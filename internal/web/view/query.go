package view

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// Sizes of a page of entries.
const (
	defaultLimit = 50
	mostLimit    = 500
)

// Query is what the address of a page asks for. Its parameters are named as the flags of
// the command line: party=FRA&with=Germany&kind=call&from=2025-03.
type Query struct {
	parley.Filter
	// also are the parameters that only some pages have, by name.
	also map[string]string
}

// list is a parameter that may be given several times.
type list struct {
	name  string
	of    func(*parley.Filter) *[]string
	words []string // the values that there are, nil for any
}

var lists = []list{
	{"party", func(f *parley.Filter) *[]string { return &f.Parties }, nil},
	{"with", func(f *parley.Filter) *[]string { return &f.With }, nil},
	{"person", func(f *parley.Filter) *[]string { return &f.People }, nil},
	{"kind", func(f *parley.Filter) *[]string { return &f.Kinds }, record.Kinds},
	{"status", func(f *parley.Filter) *[]string { return &f.Statuses }, record.Statuses},
	{"topic", func(f *parley.Filter) *[]string { return &f.Topics }, record.Topics},
	{"place", func(f *parley.Filter) *[]string { return &f.Places }, nil},
	{"about", func(f *parley.Filter) *[]string { return &f.About }, nil},
	{"outlet", func(f *parley.Filter) *[]string { return &f.Outlets }, nil},
	{"language", func(f *parley.Filter) *[]string { return &f.Languages }, nil},
}

// names are the other parameters that every query may have.
var names = []string{"from", "to", "disputed", "rejected", "sort", "after", "limit"}

// ParseQuery reads the parameters of an address, and those named in also, which
// Query.Also returns. Empty parameters count as not given, as forms send them. The error
// is parley.ErrFilter for a parameter or value that does not exist.
func ParseQuery(values url.Values, also ...string) (Query, error) {
	q := Query{also: map[string]string{}}
	q.Newest, q.Limit = true, defaultLimit
	for name, given := range values {
		given = slices.DeleteFunc(slices.Clone(given), func(s string) bool { return strings.TrimSpace(s) == "" })
		if len(given) == 0 {
			continue
		}
		if slices.Contains(also, name) {
			q.also[name] = given[0]
		} else if err := q.take(name, given, also); err != nil {
			return Query{}, err
		}
	}
	if q.From != "" && q.To != "" && q.From > q.To {
		return Query{}, fmt.Errorf("%w: from=%s lies behind to=%s", parley.ErrFilter, q.From, q.To)
	}
	return q, nil
}

func (q *Query) take(name string, given, also []string) error {
	for _, l := range lists {
		if l.name != name {
			continue
		}
		for _, v := range given {
			if l.words != nil && !slices.Contains(l.words, v) {
				return noSuch(name, v, l.words)
			}
		}
		*l.of(&q.Filter) = slices.Compact(slices.Sorted(slices.Values(given)))
		return nil
	}
	v := given[0]
	var err error
	switch name {
	case "from", "to":
		first, last, ok := parley.Days(v)
		if !ok {
			return fmt.Errorf("%w: %s=%s is no day; write it as 2025-09-18, a month as 2025-09, or a year", parley.ErrFilter, name, v)
		}
		if name == "from" {
			q.From = first
		} else {
			q.To = last
		}
	case "disputed":
		q.Disputed, err = truth(name, v)
	case "rejected":
		q.Rejected, err = truth(name, v)
	case "sort":
		if v != "newest" && v != "oldest" {
			err = noSuch(name, v, []string{"newest", "oldest"})
		}
		q.Newest = v != "oldest"
	case "after":
		q.After = v
	case "limit":
		q.Limit, err = strconv.Atoi(v)
		if err != nil || q.Limit < 1 || q.Limit > mostLimit {
			err = fmt.Errorf("%w: limit=%s is no number from 1 to %d", parley.ErrFilter, v, mostLimit)
		}
	default:
		err = fmt.Errorf("%w: there is no parameter %q; there are %s", parley.ErrFilter, name, strings.Join(Parameters(also...), ", "))
	}
	return err
}

// noSuch is the error of a value that a parameter does not have.
func noSuch(name, value string, words []string) error {
	return fmt.Errorf("%w: %s=%s; there are %s", parley.ErrFilter, name, value, strings.Join(words, ", "))
}

func truth(name, v string) (bool, error) {
	switch v {
	case "true", "1", "on", "yes":
		return true, nil
	case "false", "0", "off", "no":
		return false, nil
	}
	return false, fmt.Errorf("%w: %s=%s is neither true nor false", parley.ErrFilter, name, v)
}

// Parameters lists the names of the parameters that a query has, with some more.
func Parameters(also ...string) []string {
	var out []string
	for _, l := range lists {
		out = append(out, l.name)
	}
	return append(append(out, names...), also...)
}

// Also is a parameter that only some pages have, "" when it is not given.
func (q Query) Also(name string) string { return q.also[name] }

// Given is the values of a parameter that may be given several times.
func (q Query) Given(name string) []string {
	for _, l := range lists {
		if l.name == name {
			return *l.of(&q.Filter)
		}
	}
	return nil
}

// Values writes the query as the parameters of an address. The same question gives the
// same text, whatever the order it was asked in.
func (q Query) Values() url.Values {
	v := url.Values{}
	for _, l := range lists {
		for _, s := range *l.of(&q.Filter) {
			v.Add(l.name, s)
		}
	}
	set := func(name, value string, given bool) {
		if given {
			v.Set(name, value)
		}
	}
	set("from", q.From, q.From != "")
	set("to", q.To, q.To != "")
	set("disputed", "true", q.Disputed)
	set("rejected", "true", q.Rejected)
	set("sort", "oldest", !q.Newest)
	set("after", q.After, q.After != "")
	set("limit", strconv.Itoa(q.Limit), q.Limit != defaultLimit && q.Limit != 0)
	for name, value := range q.also {
		v.Set(name, value)
	}
	return v
}

// String is Values behind a question mark, "" for a query that asks for nothing.
func (q Query) String() string {
	if s := q.Values().Encode(); s != "" {
		return "?" + s
	}
	return ""
}

// With is the query with a parameter set to a value, or a value added to a list, at the
// first page, as String writes it. An empty value takes the parameter away.
func (q Query) With(name, value string) string {
	v := q.Values()
	v.Del("after")
	switch {
	case value == "":
		v.Del(name)
	case slices.ContainsFunc(lists, func(l list) bool { return l.name == name }):
		if !slices.Contains(v[name], value) {
			v.Add(name, value)
		}
	default:
		v.Set(name, value)
	}
	return "?" + v.Encode()
}

// Here is With, but on the same page.
func (q Query) Here(name, value string) string {
	v := q.Values()
	v.Set(name, value)
	return "?" + v.Encode()
}

// Without is the query without one value of a parameter, at the first page.
func (q Query) Without(name, value string) string {
	v := q.Values()
	v.Del("after")
	v[name] = slices.DeleteFunc(v[name], func(s string) bool { return s == value })
	return "?" + v.Encode()
}

// Next is the query for what comes behind a cursor.
func (q Query) Next(cursor string) string {
	v := q.Values()
	v.Set("after", cursor)
	return "?" + v.Encode()
}

// Asks reports whether the query narrows anything down.
func (q Query) Asks() bool {
	v := q.Values()
	for _, name := range []string{"sort", "after", "limit"} {
		v.Del(name)
	}
	return len(v) > 0
}
