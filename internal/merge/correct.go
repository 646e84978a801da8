package merge

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// correct puts into an entry what persons have set, later ones over earlier ones, and
// whether they have rejected it. A value that the field does not take is passed over:
// CheckCorrection lets none in. A field on which accounts differ stays disputed, whatever
// a person makes of it.
func correct(e *record.Entry, s *story, corrections []record.Correction) {
	for i := range corrections {
		if c := &corrections[i]; c.Action == "set" {
			_ = set(e, s, c.Field, c.Value)
		}
	}
	e.Rejected = rejected(e.Members, corrections)
}

// rejected reports whether persons have said last that an entry is no contact: they have
// rejected one of its contacts, and not confirmed the entry since, nor joined it with what
// was not rejected. What goes with a rejected contact without their help is rejected too.
func rejected(members []record.Member, corrections []record.Correction) bool {
	out := map[record.Ref]bool{}
	for i := range corrections {
		c := &corrections[i]
		of := slices.DeleteFunc(slices.Clone(c.Contacts), func(r record.Ref) bool {
			return !slices.ContainsFunc(members, func(m record.Member) bool { return m.Ref == r })
		})
		good := slices.ContainsFunc(of, func(r record.Ref) bool { return !out[r] })
		switch {
		case c.Action == "reject":
			for _, r := range of {
				out[r] = true
			}
		case c.Action == "confirm" && len(of) > 0, c.Action == "merge" && len(of) > 1 && good:
			clear(out)
		}
	}
	return len(out) > 0
}

// listed is the corrections as an entry lists them: lists are empty rather than null.
func listed(corrections []record.Correction) []record.Correction {
	out := append([]record.Correction{}, corrections...)
	for i := range out {
		out[i].Contacts = append([]record.Ref{}, out[i].Contacts...)
		out[i].From = append([]record.Ref{}, out[i].From...)
	}
	return out
}

// set gives a field of an entry the value that a person wrote. On an error the entry is
// as it was.
func set(e *record.Entry, s *story, field, value string) error {
	setter := setters[field]
	if setter == nil {
		return wrong("%q is no field that can be set; use one of %s", field, strings.Join(record.Settable, ", "))
	}
	return setter(e, s, value)
}

var setters = map[string]func(e *record.Entry, s *story, value string) error{
	"kind": func(e *record.Entry, _ *story, value string) error {
		return oneOf(&e.Kind, "kind", value, record.Kinds)
	},
	"mode": func(e *record.Entry, _ *story, value string) error {
		return oneOf(&e.Mode, "mode", value, record.Modes)
	},
	"status": func(e *record.Entry, _ *story, value string) error {
		if err := oneOf(&e.Status, "status", value, record.Statuses); err != nil {
			return err
		}
		if record.Steps[e.Step] != value {
			e.Step = plainStep[value]
		}
		return nil
	},
	"step": func(e *record.Entry, _ *story, value string) error {
		if err := oneOf(&e.Step, "step", value, allSteps()); err != nil {
			return err
		}
		e.Status = record.Steps[value]
		return nil
	},
	"date":      setDate,
	"topics":    setTopics,
	"parties":   setParties,
	"initiator": setInitiator,
	"about":     setAbout,
	"people":    setPeople,
	"place":     setPlace,
	"outcome": func(e *record.Entry, _ *story, value string) error {
		e.Outcome = nil
		if value = strings.TrimSpace(value); value != "" {
			e.Outcome = &value
		}
		return nil
	},
}

// plainStep is the step of a status of which no more is known.
var plainStep = map[string]string{
	"held": "held", "ongoing": "ongoing", "scheduled": "scheduled", "proposed": "proposed", "cancelled": "cancelled", "denied": "refused",
}

func allSteps() []string {
	var out []string
	for step := range record.Steps {
		out = append(out, step)
	}
	slices.Sort(out)
	return out
}

func oneOf(to *string, field, value string, closed []string) error {
	if !slices.Contains(closed, value) {
		return wrong("%s cannot be %q; use one of %s", field, value, strings.Join(closed, ", "))
	}
	*to = value
	return nil
}

func setDate(e *record.Entry, _ *story, value string) error {
	if value == "" {
		e.Date = nil
		return nil
	}
	days, ok := parseSpan(value)
	if !ok {
		return wrong("date cannot be %q; write a day as 2025-03-12, or the first and the last as 2025-03-01/2025-03-31", value)
	}
	e.Date = &record.Date{From: days.from.String(), To: days.to.String(), Basis: "explicit", Text: value}
	return nil
}

func setTopics(e *record.Entry, _ *story, value string) error {
	topics := items(value)
	for _, topic := range topics {
		if !slices.Contains(record.Topics, topic) {
			return wrong("%q is no topic; use one of %s", topic, strings.Join(record.Topics, ", "))
		}
	}
	e.Topics = unique(topics)
	return nil
}

// items are the parts of a value that holds a list.
func items(value string) []string {
	var out []string
	for item := range strings.SplitSeq(value, ",") {
		if item = strings.TrimSpace(item); item != "" {
			out = append(out, item)
		}
	}
	return out
}
