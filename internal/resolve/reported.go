package resolve

import (
	"slices"
	"sort"

	"github.com/parley-news/parley/record"
)

// reportedBy lists the chains of the accounts that report a contact, of those
// that end in the same source the longest. Whoever relays what one who took part
// said is the source of it; an outlet without a source of its own is none beside
// others.
func (r *reader) reportedBy(c *contact, accounts []*account, out *record.Contact) {
	at := map[string]int{}
	for _, a := range accounts {
		if !a.reports {
			continue
		}
		chain := a.chain
		n := len(chain)
		if n > 1 && chain[n-1].Type == "person" && chain[n-2].Type != "outlet" {
			chain, n = chain[:n-1], n-1
		}
		i, ok := at[chain[n-1].Name]
		switch {
		case !ok:
			at[chain[n-1].Name] = len(out.ReportedBy)
			out.ReportedBy = append(out.ReportedBy, chain)
		case n > len(out.ReportedBy[i]):
			out.ReportedBy[i] = chain
		}
	}
	if told := r.told(c); len(out.ReportedBy) == 0 && told != nil {
		out.ReportedBy = append(out.ReportedBy, told)
	}
	if slices.ContainsFunc(out.ReportedBy, func(chain []record.Source) bool { return !outletOnly(chain) }) {
		out.ReportedBy = slices.DeleteFunc(out.ReportedBy, outletOnly)
	}
}

func outletOnly(chain []record.Source) bool { return len(chain) == 1 && chain[0].Type == "outlet" }

// told returns the chain of the first institution of a party that speaks after
// the news of a contact the document is about.
func (r *reader) told(c *contact) []record.Source {
	if !r.isMain(c) {
		return nil
	}
	from := sort.Search(len(r.statements), func(i int) bool { return r.statements[i].sp.Sentence >= c.mentions[0].Sentence })
	for _, s := range r.statements[from:] {
		if len(s.speakers) != 1 || c.roles[s.speakers[0].country()] == "" {
			continue
		}
		if src := r.source(&s.speakers[0]); src.Type == "institution" && src.Name != "" {
			return append(append([]record.Source{}, s.via...), src)
		}
	}
	return nil
}
