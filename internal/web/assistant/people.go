package assistant

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// topic is what somebody said of one topic, the oldest first.
type topic struct {
	Topic      string      `json:"topic" jsonschema:"empty for statements of none"`
	Statements []statement `json:"statements"`
}

// positions is what somebody said of each topic.
type positions struct {
	Who    string  `json:"who"`
	Topics []topic `json:"topics"`
	Cut    string  `json:"cut,omitempty" jsonschema:"what was left out for length, and how to get it"`
}

// actor is somebody who may be meant.
type actor struct {
	ID         string `json:"id" jsonschema:"for positions, and for party or person of search_register"`
	Name       string `json:"name"`
	Type       string `json:"type" jsonschema:"party: a state or organisation; person; named: of whom no more than a name is known"`
	Country    string `json:"country,omitempty"`
	Office     string `json:"office,omitempty"`
	Contacts   int    `json:"contacts"`
	Statements int    `json:"statements"`
	Page       string `json:"page,omitempty"`
}

type actors struct {
	Actors []actor `json:"actors"`
}

// How much of each topic one answer has.
const (
	usualOfTopic = 5
	mostOfTopic  = 50
)

func (a *Assistant) people() {
	type asked struct {
		Who   string   `json:"who" jsonschema:"a person, or a state or organisation for all who speak for it; a name in any script or an id"`
		Topic []string `json:"topic,omitempty" jsonschema:"topics, as ceasefire; all when absent"`
		From  string   `json:"from,omitempty" jsonschema:"from a day on"`
		To    string   `json:"to,omitempty" jsonschema:"up to a day"`
		Limit int      `json:"limit,omitempty" jsonschema:"how many statements of each topic, the newest: 5 when absent, 50 at most"`
	}
	tool(a, "positions", "What somebody said over time",
		"The statements of a person, or of all who speak for a state or organisation, by topic and in the order of their days, with their words.",
		func(ctx context.Context, in asked) (positions, error) {
			if in.Limit == 0 {
				in.Limit = usualOfTopic
			}
			q, err := a.query(filter{Topic: in.Topic, From: in.From, To: in.To}, 0, "")
			if err != nil {
				return positions{}, err
			}
			return a.positions(ctx, in.Who, parley.StatementFilter{Topics: q.Topics, From: q.From, To: q.To, Newest: true, Limit: min(in.Limit, mostOfTopic)})
		}, positions.String)

	type name struct {
		Name string `json:"name" jsonschema:"a name, or a part of one, in any script and language"`
	}
	tool(a, "who_is", "Find somebody by name",
		"The states, organisations and persons of the register that a name may mean, those met most first.",
		func(ctx context.Context, in name) (actors, error) { return a.who(ctx, in.Name) }, actors.String)
}

func (a *Assistant) positions(ctx context.Context, who string, f parley.StatementFilter) (positions, error) {
	if id, err := a.Views.Party(who); err == nil {
		who = id
	}
	out := positions{Who: who, Topics: []topic{}}
	for p, err := range a.Register.Positions(ctx, who, f) {
		if err != nil {
			return positions{}, err
		}
		if n := len(out.Topics); n == 0 || out.Topics[n-1].Topic != p.Topic {
			out.Topics = append(out.Topics, topic{p.Topic, nil})
		}
		t := &out.Topics[len(out.Topics)-1]
		s := said(&p.Statement.Statement, a.ofDocument(&p.Document))
		s.Day = p.Day
		t.Statements = append(t.Statements, s)
		if len(t.Statements) == f.Limit {
			out.Cut = fmt.Sprintf("only the newest %d statements of a topic are here; ask with limit, topic, from or to for others", f.Limit)
		}
	}
	for _, t := range out.Topics {
		slices.Reverse(t.Statements)
	}
	return out, nil
}

func (a *Assistant) ofDocument(d *record.Document) source {
	return source{
		Outlet: text(d.Outlet), Published: text(d.Published), Language: d.Language, Document: d.ID, Title: d.Title, Address: text(d.URL),
		Page: a.Page("/documents/" + url.PathEscape(d.ID)),
	}
}

func (a *Assistant) who(ctx context.Context, name string) (actors, error) {
	if strings.TrimSpace(name) == "" {
		return actors{}, fmt.Errorf("%w: there is no name", errInput)
	}
	who := []string{name}
	if id, err := a.Views.Party(name); err == nil {
		who = append(who, id)
	}
	out := actors{Actors: []actor{}}
	for found, err := range a.Register.Actors(ctx, parley.ActorFilter{Who: who, Limit: 10}) {
		if err != nil {
			return actors{}, err
		}
		one := actor{Name: found.Name, ID: found.Name, Type: found.Type, Country: text(found.Country), Office: text(found.Office), Contacts: found.Contacts, Statements: found.Statements}
		if found.ID != nil {
			one.ID = *found.ID
		}
		one.Page = a.Page("/actors/" + url.PathEscape(one.ID))
		out.Actors = append(out.Actors, one)
	}
	return out, nil
}

// String tells the positions, a line for each statement with its source.
func (p positions) String() string {
	if len(p.Topics) == 0 {
		return "No statement of " + p.Who + " is in the register."
	}
	var lines []string
	for _, t := range p.Topics {
		lines = append(lines, or(t.Topic, "of no topic"))
		for _, s := range t.Statements {
			lines = append(lines, "  "+s.String())
		}
	}
	if p.Cut != "" {
		lines = append(lines, "CUT: "+p.Cut)
	}
	return strings.Join(lines, "\n")
}

// String tells who may be meant, a line each.
func (a actors) String() string {
	if len(a.Actors) == 0 {
		return "Nobody in the register is called so."
	}
	var lines []string
	for _, one := range a.Actors {
		lines = append(lines, fmt.Sprintf("%s (%s %s %s): %d contacts, %d statements; id %s %s", one.Name, one.Type, one.Office, one.Country, one.Contacts, one.Statements, one.ID, one.Page))
	}
	return strings.Join(lines, "\n")
}
