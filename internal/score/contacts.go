package score

import (
	"fmt"
	"sort"
	"strings"

	"github.com/parley-news/parley/record"
)

// forms groups the kinds that careful readers confuse: "meeting", "talks" and
// "visit" of the same parties can be one contact, a call and a meeting never.
var forms = map[string]string{
	"call": "remote", "video": "remote", "meeting": "in person", "talks": "in person", "visit": "in person",
	"letter": "letter", "other": "other",
}

// set is a set of codes of parties.
type set map[string]bool

func setOf(codes []string) set {
	s := set{}
	for _, c := range codes {
		s[strings.ToUpper(c)] = true
	}
	return s
}

func (s set) shared(t set) int {
	n := 0
	for c := range s {
		n += one(t[c])
	}
	return n
}

func (s set) equals(t set) bool { return len(s) == len(t) && s.shared(t) == len(s) }

func (s set) list() []string {
	out := make([]string, 0, len(s))
	for c := range s {
		out = append(out, c)
	}
	sort.Strings(out)
	return out
}

func partiesOf(c *record.Contact) set {
	var codes []string
	for _, p := range c.Parties {
		codes = append(codes, or(p.ID, p.Name))
	}
	return setOf(codes)
}

func peopleOf(c *record.Contact) []string {
	var names []string
	for _, p := range c.People {
		names = append(names, p.Name)
	}
	return names
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// contactLikeness says how alike two contacts are; 0 when they cannot be one.
func contactLikeness(g *GoldContact, c *record.Contact) float64 {
	gp, cp := setOf(g.Parties), partiesOf(c)
	shared := gp.shared(cp)
	if shared < min(2, len(gp)) || forms[g.Kind] != forms[c.Kind] {
		return 0
	}
	like := 0.0
	if all := len(gp) + len(cp) - shared; all > 0 {
		like = float64(4 * (float64(shared) / float64(all))) // a conversion, lest the machine rounds once less
	}
	like += float64(one(g.Kind == c.Kind))
	like += float64(one(g.Status == c.Status))
	people := peopleOf(c)
	known := 0
	for _, p := range g.People {
		known += one(anySame(p, people))
	}
	like += float64(known)
	if g.Date != nil && c.Date != nil && g.Date.From == c.Date.From {
		like++
	}
	return like
}

// contacts counts the contacts of a document and returns, by the id of each
// contact that was found, its key in the gold.
func (d *document) contacts() map[string]string {
	gold, read := d.gold.Contacts, d.reading.Contacts
	p := pair(len(gold), len(read), func(g, r int) float64 { return contactLikeness(&gold[g], &read[r]) })
	d.add("contact", len(p.found), len(p.invented), len(p.missed))
	exact := 0
	mains, mainsFound := 0, 0
	for _, f := range p.found {
		exact += one(sameCore(&gold[f[0]], &read[f[1]]))
		mainsFound += one(gold[f[0]].Main)
	}
	for _, g := range gold {
		mains += one(g.Main)
	}
	d.add("contact.exact", exact, len(read)-exact, len(gold)-exact)
	d.shares("contact.main.recall", mainsFound, mains)
	if len(gold) == 0 {
		d.share("negatives.clean", len(read) == 0)
	}
	keys := map[string]string{}
	for _, f := range p.found {
		g, c := &gold[f[0]], &read[f[1]]
		keys[c.ID] = g.Key
		d.contact(g, c)
		if !sameCore(g, c) || !sameDays(g.Date, c.Date) {
			d.miss("%s contact differs: gold %s got %s", g.Key, goldLine(g), readLine(c))
		}
	}
	for _, i := range p.missed {
		d.miss("%s contact missed: %s %s", gold[i].Key, goldLine(&gold[i]), strings.Join(gold[i].People, ", "))
	}
	for _, i := range p.invented {
		d.miss("contact invented: %s", readLine(&read[i]))
	}
	return keys
}

// contact counts the fields of a contact that was found.
func (d *document) contact(g *GoldContact, c *record.Contact) {
	d.share("contact.parties", setOf(g.Parties).equals(partiesOf(c)))
	d.share("contact.kind", g.Kind == c.Kind)
	d.share("contact.status", g.Status == c.Status)
	d.share("contact.date", sameDays(g.Date, c.Date))
	d.share("contact.place", samePlace(g.Place, c.Place))
	want, got := value(g.Initiator), initiatorOf(c)
	d.share("contact.initiator", want == got)
	d.add("initiator", one(got != "" && want == got), one(got != "" && want != got), one(want != "" && want != got))
	d.add(statusPrefix+g.Status, one(g.Status == c.Status), 0, one(g.Status != c.Status))
	if g.Status != c.Status {
		d.add(statusPrefix+c.Status, 0, 1, 0)
	}
	d.compare("contact.people", g.People, peopleOf(c), sameName)
	d.compare("contact.topics", g.Topics, c.Topics, equal)
	var about []string
	for _, a := range c.About {
		about = append(about, or(a.ID, a.Name))
	}
	d.compare("contact.about", g.About, setOf(about).list(), equal)
	var wantSources, gotSources []string
	for _, chain := range g.ReportedBy {
		if n := len(chain); n > 0 {
			wantSources = append(wantSources, chain[n-1])
		}
	}
	for _, chain := range c.ReportedBy {
		if n := len(chain); n > 0 {
			gotSources = append(gotSources, chain[n-1].Name)
		}
	}
	d.compare("contact.reported_by", wantSources, gotSources, sameName)
}

// sameCore: parties, kind and status agree.
func sameCore(g *GoldContact, c *record.Contact) bool {
	return setOf(g.Parties).equals(partiesOf(c)) && g.Kind == c.Kind && g.Status == c.Status
}

func sameDays(g *Days, d *record.Date) bool {
	if g == nil || d == nil {
		return g == nil && d == nil
	}
	return g.From == d.From && g.To == d.To
}

func samePlace(g *string, p *record.Place) bool {
	if g == nil || p == nil {
		return g == nil && p == nil
	}
	return sameName(*g, p.Name)
}

func initiatorOf(c *record.Contact) string {
	if c.Initiator != nil {
		return c.Initiator.ID
	}
	for _, f := range c.Disputed {
		if f == "initiator" {
			return "disputed"
		}
	}
	return ""
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func goldLine(g *GoldContact) string {
	when := "no date"
	if g.Date != nil {
		when = g.Date.From + ".." + g.Date.To
	}
	return fmt.Sprintf("%s/%s/%s/%s", g.Kind, g.Status, strings.Join(setOf(g.Parties).list(), "+"), when)
}

func readLine(c *record.Contact) string {
	when := "no date"
	if c.Date != nil {
		when = c.Date.From + ".." + c.Date.To
	}
	return fmt.Sprintf("%s/%s/%s/%s", c.Kind, c.Status, strings.Join(partiesOf(c).list(), "+"), when)
}
