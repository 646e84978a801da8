package extract

import (
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/sample"
	"github.com/parley-news/parley/packs"
)

// TestEverySenseFires asks the corpus of each pack for a phrase in which a cue
// of every sense is found, with each of the arguments that the sense is given.
func TestEverySenseFires(t *testing.T) {
	for _, lang := range sample.Languages(t) {
		fired := map[string]bool{}
		for _, d := range annotated(t, lang) {
			for i := range d.Sentences {
				for _, c := range d.Sentences[i].Cues {
					fired[meaning(c.Entry)] = true
				}
			}
		}
		entries := sample.Lexicon(t, lang).Pack.Entries
		for i := range entries {
			e := &entries[i]
			if m := meaning(e); m != "" && !fired[m] {
				t.Errorf("%s:%d:1: no phrase of the corpus has a cue that means %s, such as %q", e.File, e.Line, m, e.Form)
				fired[m] = true
			}
		}
	}
}

// meaning is the sense of a cue with its arguments, "" for what is no cue.
func meaning(e *language.Entry) string {
	if e.Cue == nil {
		return ""
	}
	out := []string{string(e.Cue.Sense)}
	for _, arg := range slices.SortedFunc(slices.Values(e.Cue.Args), func(a, b language.Arg) int { return strings.Compare(a.Name, b.Name) }) {
		out = append(out, arg.Name+"="+arg.Value)
	}
	return strings.Join(out, " ")
}

// TestEverySlotFires takes the slots of the frames away one by one: some
// phrase of the corpus must be read otherwise without each.
func TestEverySlotFires(t *testing.T) {
	for _, lang := range sample.Languages(t) {
		docs := annotated(t, lang)
		frames := sample.Lexicon(t, lang).Pack.Frames
		for _, name := range slices.Sorted(maps.Keys(frames)) {
			use := slices.DeleteFunc(slices.Clone(docs), func(d *annotate.Document) bool { return !uses(d, name) })
			for _, slot := range slices.Sorted(maps.Keys(frames[name])) {
				if !changes(use, frames[name], slot) {
					t.Errorf("%s/frames.yaml:%d:1: no phrase of the corpus is read otherwise without the slot %s of the frame %s", lang, line(t, lang, name), slot, name)
				}
			}
		}
	}
}

func annotated(t *testing.T, lang string) []*annotate.Document {
	t.Helper()
	var out []*annotate.Document
	for _, text := range sample.Phrases(t, lang) {
		out = append(out, sample.Read(t, lang, text, sample.Day))
	}
	return out
}

// line is where a frame stands in frames.yaml.
func line(t *testing.T, lang, frame string) int {
	t.Helper()
	data, err := fs.ReadFile(packs.FS, lang+"/frames.yaml")
	if err != nil {
		t.Fatal(err)
	}
	before, _, _ := strings.Cut("\n"+string(data), "\n"+frame+":")
	return strings.Count(before, "\n") + 1
}

func uses(d *annotate.Document, frame string) bool {
	for i := range d.Sentences {
		for _, c := range d.Sentences[i].Cues {
			if c.Sense() == language.Contact && c.Arg("frame") == frame {
				return true
			}
		}
	}
	return false
}

// changes reports whether documents are read otherwise without a slot.
func changes(docs []*annotate.Document, frame language.Frame, slot language.Slot) bool {
	part := frame[slot]
	defer func() { frame[slot] = part }()
	for _, d := range docs {
		frame[slot] = part
		with := Run(d).Candidates
		delete(frame, slot)
		if !reflect.DeepEqual(with, Run(d).Candidates) {
			return true
		}
	}
	return false
}
