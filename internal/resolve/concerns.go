package resolve

import "slices"

// How many sentences after a contact was told or spoken of words that name none are still
// about it: those of who took part or speaks for a side, and those of others of a side.
const (
	ownWords   = 2
	otherWords = 1
)

// concerns links a statement that names no contact to those told of before it that it is
// about.
func (r *reader) concerns(s *statement) {
	if len(s.contacts) > 0 || s.sp.Title || r.focus == nil {
		return
	}
	for _, c := range r.inFocus() {
		if r.spokenBy(c, s) {
			s.contacts = append(s.contacts, c)
			c.spokenOf = s.sp.Sentence
		}
	}
}

// spokenBy reports whether those who speak, or who relay their words, are of a contact
// told of shortly before.
func (r *reader) spokenBy(c *contact, s *statement) bool {
	since := r.begins(s.sp) - max(c.last().Sentence, c.spokenOf)
	if since > ownWords || slices.ContainsFunc(s.speakers, func(e entity) bool { return c.roles.of(e.country()) == "" }) {
		return false
	}
	own := func(e entity) bool {
		return r.attends(c, &e) || voices(e.kind, e.institution, e.office) && c.roles.of(e.country()) != ""
	}
	return since <= otherWords || slices.ContainsFunc(s.speakers, own) || slices.ContainsFunc(s.via, own)
}
