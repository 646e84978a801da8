package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// clues are what speaks for one topic of a contact.
type clues struct {
	// at is where its words stand best.
	at annotate.TopicHit
	// said: the text says that it was discussed; told: who took part speaks of it;
	// after: it stands behind the contact in its sentence; next: in the next one.
	said, told, after, next bool
	// sentences counts those of the text that name it.
	sentences int
}

// topicList gathers the clues to the topics of one contact.
type topicList struct {
	r      *reader
	c      *contact
	topics []string
	clues  []clues // of each topic
}

// see notes words of a topic; those noted first are its evidence. The clues stand
// until the next topic is seen.
func (l *topicList) see(topic string, at annotate.TopicHit) *clues {
	i := slices.Index(l.topics, topic)
	if i < 0 {
		i = len(l.topics)
		l.topics, l.clues = append(l.topics, topic), append(l.clues, clues{at: at})
	}
	return &l.clues[i]
}

// stretches reads what is said to have been discussed, then what those who took
// part said.
func (l *topicList) stretches() {
	spans := l.r.spans(l.c)
	for _, told := range []bool{false, true} {
		for _, sp := range spans {
			if sp.told != told {
				continue
			}
			for _, h := range l.r.topicsIn(l.c, sp.sentence, sp.first, sp.last) {
				if sp.form(h.Entry.ID) {
					continue
				}
				k := l.see(h.Entry.ID, h)
				k.said, k.told = k.said || !told, k.told || told
			}
		}
	}
}

// topicsIn returns the words of topics in a stretch of a sentence that tells of a contact, but
// for those that only name somebody or tell its form.
func (r *reader) topicsIn(c *contact, s, first, last int) []annotate.TopicHit {
	hits := r.lx.TopicsIn(r.d.Toks, first, last)
	out := hits[:0:0]
	for i, h := range hits {
		if !r.named(c, s, h) && !r.ofForm(s, h) && !ofField(hits, i) {
			out = append(out, h)
		}
	}
	return out
}

// beside reads what stands behind a contact in its sentences, as far as the next
// contact or what only tells when it was ("days after the attack"), and in the
// sentences that follow.
func (l *topicList) beside() {
	for _, m := range l.c.mentions {
		end := l.r.circumstance(m.Sentence, m.Cue.Last)
		for _, j := range l.r.joinedIn(m.Sentence) {
			if j.c != l.c && j.m.Cue.First >= m.Cue.Last {
				end = min(end, j.m.Cue.First)
			}
		}
		for _, h := range l.r.survey().hits[m.Sentence] {
			if h.First >= m.Cue.Last && h.Last <= end {
				l.see(h.Entry.ID, h).after = true
			}
		}
		if next := m.Sentence + 1; next < len(l.r.d.Sentences) {
			for _, h := range l.r.survey().hits[next] {
				l.see(h.Entry.ID, h).next = true
			}
		}
	}
}

// circumstance returns where a phrase of circumstance begins behind a token of a
// sentence, or the end of the sentence.
func (r *reader) circumstance(s, from int) int {
	st := &r.d.Sentences[s]
	for i := from; i < st.Last; i++ {
		n := i - st.First
		if st.Rels[n].Has(language.Other) && r.lx.AdjunctAt(r.d.Toks, st.RelFirst[n], st.Last) {
			return st.RelFirst[n]
		}
	}
	return st.Last
}

// document adds how much the text as a whole speaks of each topic.
func (l *topicList) document() {
	for topic, n := range l.r.survey().topics {
		k := l.see(topic, n.at)
		k.sentences = n.sentences
	}
}

// survey is where a text names which topic, the names of somebody left out.
type survey struct {
	hits   [][]annotate.TopicHit
	topics map[string]*surveyed
}

type surveyed struct {
	at        annotate.TopicHit
	sentences int
	last      int
}

// survey reads the topics of all sentences, once.
func (r *reader) survey() *survey {
	if r.surveyed != nil {
		return r.surveyed
	}
	v := &survey{hits: make([][]annotate.TopicHit, len(r.d.Sentences)), topics: map[string]*surveyed{}}
	for s := range r.d.Sentences {
		st := &r.d.Sentences[s]
		hits := r.lx.TopicsIn(r.d.Toks, st.First, st.Last)
		for i, h := range hits {
			if r.nameAround(s, h) != nil || r.ofForm(s, h) || r.whoseMeeting(s, h) || ofField(hits, i) {
				continue
			}
			v.hits[s] = append(v.hits[s], h)
			n := v.topics[h.Entry.ID]
			if n == nil {
				n = &surveyed{at: h, last: -1}
				v.topics[h.Entry.ID] = n
			}
			if n.last != s {
				n.last = s
				n.sentences++
			}
		}
	}
	r.surveyed = v
	return v
}

// ofForm reports whether a topic's word only tells the form of a contact beside
// it: "a bilateral meeting".
func (r *reader) ofForm(s int, h annotate.TopicHit) bool {
	return h.Entry.ID == "bilateral-relations" && h.Last-h.First == 1 && r.besideContact(s, h)
}

// whoseMeeting reports whether a topic's words only tell whose meeting is named: "at the
// NATO summit".
func (r *reader) whoseMeeting(s int, h annotate.TopicHit) bool {
	switch h.Entry.ID {
	case "nato", "european-union", "united-nations", "multilateral-bodies":
		return r.besideContact(s, h)
	}
	return false
}

// besideContact reports whether a topic's words stand beside those of a contact.
func (r *reader) besideContact(s int, h annotate.TopicHit) bool {
	for i := range r.d.Sentences[s].Cues {
		c := &r.d.Sentences[s].Cues[i]
		if c.Sense() == language.Contact && c.First <= h.Last && h.First <= c.Last {
			return true
		}
	}
	return false
}

// ofField reports whether a word for relations at large only takes up the topic
// beside it: "cooperation in energy", "judicial cooperation".
func ofField(hits []annotate.TopicHit, i int) bool {
	h := hits[i]
	if h.Entry.ID != "bilateral-relations" || h.Last-h.First > 1 {
		return false
	}
	beside := func(k, first, last int) bool {
		return k >= 0 && k < len(hits) && hits[k].Entry.ID != h.Entry.ID && hits[k].First <= last && hits[k].Last >= first
	}
	return beside(i-1, h.First, h.First) || beside(i+1, h.Last, h.Last+2)
}

// named reports whether the words of a topic in what a contact was about are only
// the name of somebody: of a party, a ministry, an outlet.
func (r *reader) named(c *contact, s int, h annotate.TopicHit) bool {
	a := r.nameAround(s, h)
	if a == nil {
		return false
	}
	if a.Kind == annotate.State || a.Kind == annotate.Organisation {
		return c.roles.of(a.Of) != ""
	}
	return true
}

// nameAround returns the actor whose words those of a topic are part of.
func (r *reader) nameAround(s int, h annotate.TopicHit) *annotate.Actor {
	st := &r.d.Sentences[s]
	for i := range st.Actors {
		if a := &st.Actors[i]; a.First <= h.First && a.Last >= h.Last {
			return a
		}
	}
	return nil
}
