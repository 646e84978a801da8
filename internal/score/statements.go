package score

import (
	"strings"
	"unicode"

	"github.com/parley-news/parley/record"
)

// span returns the words of a statement.
func (d *document) span(s *record.Statement) string {
	if s.End == 0 {
		return s.Text
	}
	end := min(max(s.End, 0), len(d.gold.Text))
	return d.gold.Text[min(max(s.Start, 0), end):end]
}

// statementLikeness compares the words of the anchor with those of the span. A
// span of more than a page covers any anchor and counts for none.
func (d *document) statementLikeness(g *GoldStatement, s *record.Statement) float64 {
	const enough, page = 0.6, 250
	want, have := tokens(g.Anchor), tokens(d.span(s))
	if len(want) == 0 || len(have) > page {
		return 0
	}
	left := map[string]int{}
	for _, w := range have {
		left[w]++
	}
	hits := 0
	for _, w := range want {
		if left[w] > 0 {
			left[w]--
			hits++
		}
	}
	like := float64(hits) / float64(len(want))
	if like < enough {
		return 0
	}
	return like + float64(one(sameName(g.Speaker, s.Speaker.Name)))
}

// statements counts the statements of a document, those in the headline left
// out: whether a headline speaks is a matter of taste.
func (d *document) statements() {
	gold, read := d.gold.Statements, d.reading.Statements
	p := pair(len(gold), len(read), func(g, s int) float64 { return d.statementLikeness(&gold[g], &read[s]) })
	title := titleEnd(d.gold.Text)
	inTitle := func(at int) bool { return 0 <= at && at < title }
	goldInTitle := func(g int) bool { return inTitle(strings.Index(d.gold.Text, gold[g].Anchor)) }
	found, missed, invented := p.found[:0], p.missed[:0], p.invented[:0]
	for _, f := range p.found {
		if !goldInTitle(f[0]) {
			found = append(found, f)
		}
	}
	for _, g := range p.missed {
		if !goldInTitle(g) {
			missed = append(missed, g)
		}
	}
	for _, s := range p.invented {
		if !inTitle(read[s].Start) {
			invented = append(invented, s)
		}
	}
	right := 0
	for _, f := range found {
		right += one(sameName(gold[f[0]].Speaker, read[f[1]].Speaker.Name))
	}
	d.add("statement.span", len(found), len(invented), len(missed))
	d.add("statement", right, len(found)+len(invented)-right, len(found)+len(missed)-right)
	for _, f := range found {
		d.statement(&gold[f[0]], &read[f[1]])
	}
	for _, g := range missed {
		d.miss("statement missed: %s: %s", gold[g].Speaker, gold[g].Anchor)
	}
	for _, s := range invented {
		d.miss("statement invented: %s: %s", read[s].Speaker.Name, begin(d.span(&read[s])))
	}
}

func (d *document) statement(g *GoldStatement, s *record.Statement) {
	d.share("statement.country", (g.Country == nil) == (s.Speaker.Country == nil) && value(g.Country) == value(s.Speaker.Country))
	d.share("statement.kind", g.Kind == s.Kind)
	d.share("statement.act", g.Act == s.Act)
	var via []string
	for _, v := range s.Via {
		via = append(via, v.Name)
	}
	d.compare("statement.via", g.Via, via, sameName)
	if !sameName(g.Speaker, s.Speaker.Name) {
		d.miss("statement speaker: gold %s got %s: %s", g.Speaker, s.Speaker.Name, g.Anchor)
	}
}

// titleEnd returns where the first line of a text ends, 0 when that line is too
// long for a headline.
func titleEnd(text string) int {
	const longest = 400
	body := strings.TrimLeftFunc(text, space)
	line, _, _ := strings.Cut(strings.TrimRightFunc(body, space), "\n")
	end := len(text) - len(body) + len(line)
	if end > longest {
		return 0
	}
	return end
}

func space(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// begin returns the first words of a text on one line.
func begin(text string) string {
	const most = 90
	r := []rune(strings.Join(strings.Fields(text), " "))
	return string(r[:min(len(r), most)])
}

// passages counts whether lines that are not the report were seen as such, and
// the words of statements kept in it.
func (d *document) passages() {
	outside := func(at int) bool {
		for _, p := range d.reading.Document.Passages {
			if p.Role != record.RoleReport && p.Start <= at && at < p.End {
				return true
			}
		}
		return false
	}
	for _, line := range d.gold.NotReport {
		if at := strings.Index(d.gold.Text, line); at >= 0 {
			d.share("noise.found", outside(at))
			if !outside(at) {
				d.miss("read as report: %s", line)
			}
		}
	}
	for _, s := range d.gold.Statements {
		if at := strings.Index(d.gold.Text, s.Anchor); at >= 0 {
			d.share("report.kept", !outside(at))
			if outside(at) {
				d.miss("left out of the report: %s", s.Anchor)
			}
		}
	}
}
