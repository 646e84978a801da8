package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// ofTeams reports whether the sides of a contact are bare names of states beside a word of
// sport: "Spain host Portugal in a qualifier".
func (x *extractor) ofTeams(k *Candidate) bool {
	switch k.Kind {
	case "meeting", "visit", "talk":
	default:
		return false
	}
	if x.cueIn(language.Sport, x.st.First, x.st.Last) == nil {
		return false
	}
	for _, p := range k.Participants {
		if a := &x.d.Sentences[p.Sentence].Actors[p.Actor]; a.Kind != annotate.State {
			return false
		}
	}
	return len(k.Participants)+len(k.States) > 0
}
