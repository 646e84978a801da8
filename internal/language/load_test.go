package language_test

import (
	"errors"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/packs"
)

// place is how an error says where a pack is wrong.
var place = regexp.MustCompile(`en/[a-z]+\.(yaml|tsv):\d+:\d+: `)

// pack is the English pack with three files replaced.
func pack(t testing.TB, grammar, frames, cues []byte) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	files, err := fs.Glob(packs.FS, "en/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		data, err := fs.ReadFile(packs.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(data), "\n")
		out[name] = &fstest.MapFile{Data: []byte(head + "\n")}
	}
	out["en/pack.yaml"] = &fstest.MapFile{Data: grammar}
	out["en/frames.yaml"] = &fstest.MapFile{Data: frames}
	out["en/cues.tsv"] = &fstest.MapFile{Data: cues}
	return out
}

// FuzzLoad loads packs of any words: what is wrong has a place.
func FuzzLoad(f *testing.F) {
	const grammar = "apostrophe: possessive\nquotes: [[\"“\", \"”\"]]\nrelations: {with: [with]}\n"
	frames := ""
	for _, name := range language.FrameNames {
		frames += name + ": {subject: party}\n"
	}
	f.Add([]byte(grammar), []byte(frames), []byte("form\tpos\tsense\targs\ncall|calls (by phone)\tNOUN\tcontact\tkind=call frame=noun\n"))
	f.Add([]byte("apostrophe: elision\nquotes: [[a]]"), []byte("meet: {subject: party}"), []byte("form\n"))
	f.Add([]byte("a: &x [*x]\n"), []byte("- a"), []byte("form\tpos\tsense\targs\nrenc*\tVERB\tlight\tgather\n"))
	f.Fuzz(func(t *testing.T, grammar, frames, cues []byte) {
		_, err := language.Load(pack(t, grammar, frames, cues))
		if err != nil && !place.MatchString(err.Error()) {
			t.Fatalf("an error without a place: %v", err)
		}
		if err != nil && !errors.Is(err, language.ErrPack) && strings.Contains(err.Error(), "bad pack") {
			t.Fatalf("%v is no ErrPack", err)
		}
	})
}
