package language_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/packs"
	"github.com/parley-news/parley/record"
)

// TestParity asks every pack for a form of all that a record can say.
func TestParity(t *testing.T) {
	all, err := language.Load(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range slices.Sorted(maps.Keys(all)) {
		t.Run(code, func(t *testing.T) {
			says := map[string]bool{}
			for _, e := range all[code].Entries {
				if e.Kind == language.Topic {
					says["topic "+e.ID] = true
				}
				if e.Cue == nil {
					continue
				}
				says["sense "+string(e.Cue.Sense)] = true
				for _, arg := range []string{"step", "act", "rank", "dir", "scope"} {
					if v, ok := e.Cue.Args.Find(arg); ok {
						says[arg+" "+v] = true
					}
				}
				if v, ok := e.Cue.Args.Find("kind"); ok && e.Cue.Sense == language.Contact {
					says["kind "+v] = true
				}
			}
			for _, w := range wanted() {
				if !says[w] {
					t.Errorf("no form of the pack says: %s", w)
				}
			}
		})
	}
}

// wanted lists what every pack must be able to say.
func wanted() []string {
	out := []string{
		"rank leader", "rank minister", "rank side", "rank country",
		"dir source", "dir carrier", "dir after", "dir before", "scope modal", "scope predicate",
	}
	for _, s := range []language.Sense{
		language.Contact, language.Mode, language.Step, language.Light, language.Speech, language.According, language.Citing,
		language.Reports, language.Initiator, language.Counterpart, language.Both, language.TopicOf, language.Commit, language.Former,
		language.Acting, language.Background, language.Occasion, language.Mediator, language.Silence, language.Company,
		language.NoContact, language.Sport, language.Act, language.Contrast, language.Untrue,
	} {
		out = append(out, "sense "+string(s))
	}
	for _, k := range record.Kinds {
		out = append(out, "kind "+k)
	}
	for step := range maps.Keys(record.Steps) {
		out = append(out, "step "+step)
	}
	for _, a := range record.Acts {
		out = append(out, "act "+a)
	}
	for _, topic := range record.Topics {
		out = append(out, "topic "+topic)
	}
	slices.Sort(out)
	return out
}
