package generate

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/record"
)

// the lengths of texts, in bytes. A text is as long as the language has sentences for.
const (
	shortest    = 400
	longestText = 2500
)

// writer is a document being written, with what it tells.
type writer struct {
	*text
	g     *Generator
	t     *telling
	scene scene
	doc   record.Document
	truth Truth
	main  record.Contact
}

// write makes the document of a telling.
func (g *Generator) write(t *telling) (record.Document, Truth) {
	r := g.random(uint64(t.story.number), uint64(1+t.index))
	l := g.language(r)
	outlet := r.IntN(1 + r.IntN(len(l.Outlets))) // the first have most
	if t.again {
		r = g.random(uint64(t.story.number), uint64(1+maxMostTold+t.index))
	}
	w := &writer{g: g, t: t, text: &text{l: l, r: r, published: t.published, named: map[*gazetteer.Person]bool{}, met: map[*gazetteer.Person]bool{}}}
	w.head(outlet)
	w.body()
	w.doc.Text = w.String()
	sum := sha256.Sum256([]byte(w.doc.Text))
	w.doc.SHA256 = hex.EncodeToString(sum[:])
	w.doc.Passages = []record.Passage{
		{Role: record.RoleTitle, Language: l.code, Start: 0, End: len(w.doc.Title)},
		{Role: record.RoleReport, Language: l.code, Start: len(w.doc.Title), End: len(w.doc.Text)},
	}
	return w.doc, w.truth
}

// head writes the title and what is known of the document.
func (w *writer) head(outlet int) {
	s := w.t.story
	for _, x := range []*side{s.a, s.b} {
		w.named[x.person] = w.r.IntN(7) > 0
	}
	a, b := s.a, s.b
	if named := w.named[a.person] && w.l.name(a.person) != "" && w.l.name(b.person) != ""; w.l.Alike {
		w.named[a.person], w.named[b.person] = named, named
	}
	if !s.hosted && w.g.cast.world.States[b.id] != nil && w.r.IntN(2) == 0 {
		a, b = b, a
	}
	w.scene = scene{sides: map[byte]*side{'A': a, 'B': b}, day: s.day, city: s.city, topics: s.topics, length: s.minutes}
	w.scene.topics = s.topics[:1+w.r.IntN(len(s.topics))]
	published := w.t.published.Format(time.DateOnly)
	url := fmt.Sprintf("https://%s%d.example/%s/%d-%d", w.l.code, outlet, published, s.number, w.t.index)
	w.doc = record.Document{ID: url, URL: &url, Outlet: &w.l.Outlets[outlet], Genre: "article", Language: w.l.code, Published: &published}
	w.say("title."+s.kind+"."+status(w.t.step), &w.scene)
	w.doc.Title = w.String()
	w.paragraph()
	clear(w.met)
}

// body writes the report: what happened, what was said, and what stands around it.
func (w *writer) body() {
	w.lead()
	if w.t.step == "held" {
		w.topics()
		w.length()
		w.initiator()
	}
	long := int(float64(shortest) * math.Pow(longestText/float64(shortest), w.r.Float64()))
	fillers := w.r.Perm(len(w.l.templates["filler"]))
	back := w.r.IntN(6) == 0
	quotes := w.r.IntN(4)
	for n := 0; w.Len() < long && (quotes > 0 || len(fillers) > 0); n++ {
		if n%3 == 0 {
			w.paragraph()
		}
		switch {
		case quotes > 0 && (len(fillers) == 0 || w.r.IntN(3) == 0):
			quotes--
			w.quote()
		case back && n > 2:
			back = false
			w.background()
		case len(fillers) > 0:
			w.write(w.l.templates["filler"][fillers[0]], &w.scene)
			fillers = fillers[1:]
		}
	}
	w.truth.Contacts = slices.Insert(w.truth.Contacts, 0, Told{w.t.story.number, w.main})
}

// lead writes the sentence that tells of the contact.
func (w *writer) lead() {
	s := w.t.story
	key := "lead." + s.kind + "." + status(w.t.step)
	if s.hosted && w.t.step == "held" && s.a == w.scene.sides['A'] && w.r.IntN(3) == 0 {
		key = "lead.meeting.hosted"
	}
	sc := w.scene
	sc.dated = s.day.Sub(w.t.published).Abs() > 24*time.Hour // else it is told by the day of publication
	said, at := w.say(key, &sc)
	c := blank(w.doc.ID, at.start, at.end)
	c.Kind, c.Status, c.Step, c.Main = s.kind, status(w.t.step), w.t.step, true
	c.Codes = codes(c.Kind, c.Status)
	offices := w.g.cast.world.Offices
	c.Summit = s.kind == "meeting" && offices[s.a.office].Summit && offices[s.b.office].Summit
	w.g.attend(&c, s, func(x *side) string {
		if !w.named[x.person] {
			return ""
		}
		return w.l.name(x.person)
	})
	c.Evidence = append(c.Evidence, w.of("kind", "contact "+s.kind, at), w.of("status", "step "+w.t.step, at))
	if w.date != nil {
		c.Date = w.date
		c.Evidence = append(c.Evidence, w.of("date", "date", w.filled["day"]))
	}
	if said.has("city") {
		state := w.g.cast.world.States[s.city]
		c.Place = &record.Place{Name: state.Capital, Country: &state.ID}
		if p := w.g.cast.world.Places[state.Capital]; p != nil {
			c.Place.Lat, c.Place.Lon = &p.Lat, &p.Lon
		}
		c.Evidence = append(c.Evidence, w.of("place", "place", w.filled["city"]))
	}
	if said.has("topics") {
		w.about(&c)
	}
	w.main = c
}

// about notes the topics that the last sentence tells.
func (w *writer) about(c *record.Contact) {
	c.Topics = slices.Sorted(slices.Values(w.scene.topics))
	c.Evidence = append(c.Evidence, w.of("topics", "topics", w.filled["topics"]))
}

// topics tells what was discussed, if the lead does not and it is told at all.
func (w *writer) topics() {
	if len(w.main.Topics) > 0 || w.r.IntN(5) > 2 {
		return
	}
	w.say("topics", &w.scene)
	w.about(&w.main)
}
