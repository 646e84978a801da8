package page

import (
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

// said writes the value of a field as an account asserts it, or a divergence, which joins
// several with ", ".
func (w *words) said(field, value string) string {
	switch field {
	case "initiator", "parties", "about":
		return w.each(value, w.name)
	case "date":
		from, to, ok := strings.Cut(value, "/")
		if !ok {
			to = from
		}
		return w.days(from, to)
	case "topics":
		return w.each(value, w.of("topic"))
	case "duration":
		least, most, ok := strings.Cut(value, "/")
		switch {
		case !ok:
			return w.howLong(least)
		case most == "":
			return w.Text("words.at-least", "time", w.howLong(least))
		case least == "":
			return w.Text("words.at-most", "time", w.howLong(most))
		}
		return w.howLong(least) + " – " + w.howLong(most)
	case "status":
		return w.each(value, func(s string) string {
			if key := "words.status." + s; w.Has(key) {
				return w.Text(key)
			}
			return w.Text("words.step." + s)
		})
	}
	return value
}

func (w *words) each(list string, say func(string) string) string {
	parts := strings.Split(list, ", ")
	for i, p := range parts {
		parts[i] = say(p)
	}
	return strings.Join(parts, ", ")
}

// why says by what a document belongs to its entry.
func (w *words) why(r *parley.Reason) string {
	switch {
	case r.ByHand:
		return w.Text("why.by-hand")
	case r.With == (record.Ref{}):
		return w.Text("why.first")
	}
	var by []string
	for aspect, points := range r.Points {
		if points > 0 {
			by = append(by, w.Text("why."+merge.Aspect(aspect).String()))
		}
	}
	return w.Text("why.joined", "by", strings.Join(by, ", "))
}

// topicWords are the words for one topic among those for all.
func topicWords(topic string, all []view.Evidence) []view.Evidence {
	var out []view.Evidence
	for _, e := range all {
		_, rule, _ := strings.Cut(e.Rule, ": ")
		if name, _, _ := strings.Cut(rule, " "); name == topic {
			out = append(out, e)
		}
	}
	return out
}

// asked writes the value of a parameter of a query.
func (w *words) asked(name, value string) string {
	switch name {
	case "party", "with", "about":
		return w.name(value)
	case "place":
		return w.name(value) // a country, else the place's own name
	case "kind", "status", "topic":
		return w.Text("words." + name + "." + value)
	case "language":
		return w.Language(value)
	case "from", "to":
		return w.day(value)
	}
	return value
}
