package export

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// statements prints what was said, speaker by speaker as they first come up.
func (p *page) statements(list []record.Statement, n names) {
	if len(list) == 0 {
		return
	}
	p.line("")
	p.text(0, bold, "Statements")
	type voice struct{ name, country string }
	var voices []voice
	of := func(s *record.Statement) voice { return voice{s.Speaker.Name, value(s.Speaker.Country)} }
	for i := range list {
		if v := of(&list[i]); !slices.Contains(voices, v) {
			voices = append(voices, v)
		}
	}
	for _, v := range voices {
		p.line("")
		first := true
		for i := range list {
			if s := &list[i]; of(s) == v {
				if first {
					p.hang(0, 2, p.speaker(&s.Speaker, n))
					first = false
				}
				p.statement(s, n)
			}
		}
	}
}

func (p *page) speaker(s *record.Speaker, n names) string {
	parts := []string{p.look.paintWords(bold, s.Name)}
	if s.Country != nil && n.of(*s.Country) != s.Name {
		parts = append(parts, n.of(*s.Country))
	}
	if s.Office != nil {
		parts = append(parts, spaced(*s.Office))
	}
	return strings.Join(parts, " · ")
}

// quotationMarks show by themselves that words are quoted.
const quotationMarks = "\"“”„«»「」『』"

// statement prints the words and, below them, whose words they came through.
func (p *page) statement(s *record.Statement, n names) {
	p.row(does(s), unmarked, s.Text)
	var about []string
	note := func(before, s string) {
		if s != "" {
			about = append(about, before+s)
		}
	}
	if s.Kind == "quote" && !strings.ContainsAny(s.Text, quotationMarks) {
		note("", "quoted")
	}
	note("via ", chain(s.Via))
	note("to ", n.actors(s.Addressees))
	note("on ", topicNames(s.Topics))
	note("about ", n.actors(s.About))
	if s.Date != nil {
		note("", when(s.Date))
	}
	if len(about) > 0 {
		p.text(labelWidth, faint, strings.Join(about, " · "))
	}
	p.explain(labelWidth, s.Evidence)
}
