package command

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/spf13/pflag"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// filterOptions say which entries are wanted.
type filterOptions struct {
	parley.Filter
	oldest bool
}

// flags are those of entries; order is whether they can be turned around.
func (o *filterOptions) flags(f *pflag.FlagSet, order bool) {
	f.StringArrayVar(&o.Parties, "party", nil, "a `PARTY` that takes part: a code or a name in any language; again for another one instead")
	f.StringArrayVar(&o.With, "with", nil, "a `PARTY` that takes part as well")
	f.StringArrayVar(&o.People, "person", nil, "a `PERSON` who takes part, or a part of the name, in any script")
	f.StringArrayVar(&o.Kinds, "kind", nil, "a `KIND`: "+orList(record.Kinds))
	f.StringArrayVar(&o.Statuses, "status", nil, "a `STATUS`: "+orList(record.Statuses))
	f.StringArrayVar(&o.Places, "place", nil, "a `PLACE`, or the code of its country")
	f.BoolVar(&o.Disputed, "disputed", false, "only where accounts differ")
	matterFlags(f, &o.Topics, &o.About, &o.Outlets, &o.Languages, &o.From, &o.To)
	if order {
		f.BoolVar(&o.oldest, "oldest", false, "the oldest first, not the latest")
	}
}

func (o *filterOptions) rejectedFlag(f *pflag.FlagSet) {
	f.BoolVar(&o.Rejected, "rejected", false, "those too of which a person has said that they are no contact")
}

// matterFlags are the flags that entries and statements have in common.
func matterFlags(f *pflag.FlagSet, topics, about, outlets, languages *[]string, from, to *string) {
	f.StringArrayVar(topics, "topic", nil, "a `TOPIC`, as security-guarantees")
	f.StringArrayVar(about, "about", nil, "a `PARTY` that it is about")
	f.StringArrayVar(outlets, "outlet", nil, "an `OUTLET` that tells of it")
	f.StringArrayVar(languages, "language", nil, "a language in which it is told, a `CODE` as fr")
	f.StringVar(from, "from", "", "from a `DAY` on, as 2025-09-18, 2025-09 or 2025")
	f.StringVar(to, "to", "", "up to a `DAY`")
}

// check refuses what is unknown, with what may have been meant, and writes parties and
// days as the register has them.
func (o *filterOptions) check(a *app) error {
	o.Newest = !o.oldest
	return cmp.Or(
		someOf("--kind", o.Kinds, record.Kinds), statuses(o.Statuses),
		a.parties(o.Parties, o.With), a.places(o.Places), a.checkMatter(o.Topics, o.About, o.Languages, &o.From, &o.To),
	)
}

// statuses refuses what is no status; a step, as tables show it, is not far from one.
func statuses(list []string) error {
	for _, s := range list {
		if status := record.Steps[s]; status != "" && status != s {
			return fmt.Errorf("--status %s is a step; ask for --status %s, which has it", s, status)
		}
	}
	return someOf("--status", list, record.Statuses)
}

func (a *app) checkMatter(topics, about, languages []string, from, to *string) error {
	return cmp.Or(
		someOf("--topic", topics, record.Topics), someOf("--language", languages, a.languages()), a.parties(about),
		period(from, to),
	)
}

// someOf checks a flag that takes some of a few words.
func someOf(flag string, values, words []string) error {
	for _, v := range values {
		if err := oneOf(flag, v, words...); err != nil {
			return err
		}
	}
	return nil
}

// period writes the first and the last day of a period that may be given as a month or a
// year.
func period(from, to *string) error {
	for _, end := range []struct {
		flag string
		day  *string
		last bool
	}{{"--from", from, false}, {"--to", to, true}} {
		if *end.day == "" {
			continue
		}
		first, last, ok := parley.Days(*end.day)
		if !ok {
			return fmt.Errorf("%s %q is no day; write it as 2025-09-18, or a month as 2025-09, or a year", end.flag, *end.day)
		}
		*end.day = first
		if end.last {
			*end.day = last
		}
	}
	if *from != "" && *to != "" && *from > *to {
		return fmt.Errorf("--from %s lies behind --to %s", *from, *to)
	}
	return nil
}

// parties writes the codes of parties in the place of their names.
func (a *app) parties(lists ...[]string) error {
	if !slices.ContainsFunc(lists, func(l []string) bool { return len(l) > 0 }) {
		return nil
	}
	w, err := a.world()
	if err != nil {
		return failed(err)
	}
	for _, list := range lists {
		for i, word := range list {
			if list[i], err = a.partyNamed(w, word); err != nil {
				return err
			}
		}
	}
	return nil
}
