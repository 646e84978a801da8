package resolve

import (
	"slices"
	"sort"
	"strings"

	"github.com/parley-news/parley/record"
)

// reportedBy lists the chains of the accounts that report a contact, of those
// that end in the same source the longest. An outlet without a source of its own
// is none beside others, nor is a state.
func (r *reader) reportedBy(c *contact, accounts []*account, out *record.Contact) {
	at := map[string]int{}
	add := func(chain []record.Source) {
		if chain = official(chain); len(chain) == 1 && r.platform(chain[0].Name) {
			return
		}
		name := chain[len(chain)-1].Name
		i, ok := at[name]
		switch {
		case !ok:
			at[name] = len(out.ReportedBy)
			out.ReportedBy = append(out.ReportedBy, chain)
		case len(chain) > len(out.ReportedBy[i]):
			out.ReportedBy[i] = chain
		}
	}
	for _, a := range accounts {
		for _, chain := range a.reported {
			add(chain)
		}
	}
	vouched := func(chain []record.Source) bool { return len(chain) > 1 || chain[0].Type != "outlet" }
	if !slices.ContainsFunc(out.ReportedBy, vouched) {
		for _, chain := range r.told(c) {
			add(chain)
		}
	}
	for _, weak := range []string{"state", "outlet"} {
		only := func(chain []record.Source) bool { return len(chain) == 1 && chain[0].Type == weak }
		if slices.ContainsFunc(out.ReportedBy, func(chain []record.Source) bool { return !only(chain) }) {
			out.ReportedBy = slices.DeleteFunc(out.ReportedBy, only)
		}
	}
}

// platform reports whether an outlet only carries what others post.
func (r *reader) platform(name string) bool {
	o := r.world.Outlets[name]
	return o != nil && o.Kind == "platform"
}

// official ends a chain in whoever relays what somebody said who took part.
func official(chain []record.Source) []record.Source {
	if n := len(chain); n > 1 && chain[n-1].Type == "person" && chain[n-2].Type != "outlet" {
		return chain[:n-1]
	}
	return chain
}

// told returns the chains of the institutions of parties that speak after the
// news of a contact the document is about, one for each side.
func (r *reader) told(c *contact) [][]record.Source {
	if !r.isMain(c) {
		return nil
	}
	var out [][]record.Source
	sides := map[string]bool{}
	stranger := func(e entity) bool { return c.roles.of(e.country()) == "" }
	from := sort.Search(len(r.statements), func(i int) bool { return r.statements[i].sp.Sentence >= c.mentions[0].Sentence })
	for _, s := range r.statements[from:] {
		side := s.speakers[0].country()
		if sides[side] || slices.ContainsFunc(s.speakers, stranger) {
			continue
		}
		chain := r.chain(s.via)
		if len(s.speakers) == 1 {
			chain = append(chain, r.source(&s.speakers[0]))
		}
		speaks := len(s.speakers) == 1 && strings.HasSuffix(s.speakers[0].office, "spokesperson")
		if chain = official(chain); len(chain) > 0 && (chain[len(chain)-1].Type == "institution" || speaks) && chain[len(chain)-1].Name != "" {
			out, sides[side] = append(out, chain), true
		}
	}
	return out
}
