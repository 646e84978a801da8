package export

import (
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func shown(t *testing.T, look Look, rs ...record.Reading) string {
	t.Helper()
	return written(t, func(out io.Writer) Writer { return Text(out, look) }, rs...)
}

const sampleText = `Macron and Putin speak by telephone
The Courier · 13 Feb 2022 · en · by Élysée Palace · d1
https://example.org/a?b=1&c=<2>

● Call · held · 12 Feb 2022 14:30 (Europe/Paris) · France – Russia
  people        Emmanuel Macron (France, president, named by the office only)
                Vladimir Putin (Russia, president)
≠ asked for by  disputed
  topics        ceasefire, peace settlement
  about         Ukraine
  duration      1 h 40 min

  accounts      Russia                         │ France
                TASS > Kremlin                 │ Élysée Palace
≠ asked for by  France                         │ Russia
  topics        –                              │ peace settlement
  ◐ only France speaks of topics: ceasefire; no word of it from Russia

○ Meeting (summit) · scheduled (moved) · about 1–10 Mar 2022 · France (guest)
  – Egypt (mediator) · through a go-between · in passing
  groups        Hamas
  place         Cairo (Egypt)
  asked for by  Egypt
  outcome       nothing was signed

Statements

Dmitry Peskov · Russia · spokesperson
  denies        "There is no such plan"
                via TASS · to France · on military operations · about Ukraine ·
                13 Feb 2022

France
  warns         that talks cannot wait

Commitments
  France: to send an envoy (20 Feb 2022)

! a tail in another language was left out
1 reader's comment was left aside.
`

func TestTextShowsEverything(t *testing.T) {
	if d := cmp.Diff(sampleText, shown(t, Look{Width: 80}, sample())); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(sampleText+"\n"+sampleText, shown(t, Look{Width: 80}, sample(), sample())); d != "" {
		t.Errorf("two readings: %s", d)
	}
}

func TestTextSaysThatThereIsNothing(t *testing.T) {
	want := "d2\nfr\n\nNo diplomatic contact and no statement found.\n"
	if d := cmp.Diff(want, shown(t, Look{Width: 80}, record.Reading{Document: record.Document{ID: "d2", Genre: "article", Language: "fr"}})); d != "" {
		t.Error(d)
	}
}

// TestExplainTellsEveryEvidenceOnce: also of fields that the card has no row for.
func TestTextWithoutTitleShowsItsOpening(t *testing.T) {
	r := record.Reading{Document: record.Document{ID: "ab12", SHA256: "ab12", Text: "One two three four\nfive six seven eight nine ten eleven twelve thirteen."}}
	want := "One two three four five six seven eight nine ten eleven twelve …\n"
	if got := shown(t, Look{Width: 80}, r); !strings.HasPrefix(got, want) {
		t.Errorf("got %q, want it to start with %q", got, want)
	}
	r.Document.ID = "d1"
	if got := shown(t, Look{Width: 80}, r); !strings.HasPrefix(got, "d1\n") {
		t.Errorf("got %q, want the id first", got)
	}
}

func TestExplainTellsEveryEvidenceOnce(t *testing.T) {
	r := sample()
	r.Contacts[0].Evidence = append(r.Contacts[0].Evidence, record.Evidence{Field: "claim", Start: 7, End: 9, Text: "odd", Rule: "en: claim"})
	var all []record.Evidence
	for _, c := range r.Contacts {
		all = append(all, c.Evidence...)
	}
	for _, s := range r.Statements {
		all = append(all, s.Evidence...)
	}
	both := r.Commitments[0] // two sides undertake it in the same words
	both.Who = record.Actor{ID: "EGY", Name: "Egypt"}
	r.Commitments = append(r.Commitments, both)
	all = append(all, both.Evidence...)
	got := shown(t, Look{Width: 200, Explain: true}, r)
	for _, e := range all {
		if n := strings.Count(got, quoted(e)); n != 1 {
			t.Errorf("%s stands %d times", quoted(e), n)
		}
	}
	want := "≠ asked for by  disputed\n                “at Paris's request” 80–95 · en: initiator request\n"
	if !strings.Contains(got, want) {
		t.Errorf("the words do not stand under their value:\n%s", got)
	}
	if want := "\n  kind          “spoke by telephone” 40–50 · en: contact speak\n"; !strings.Contains(got, want) {
		t.Errorf("the words of the heading are not named:\n%s", got)
	}
	if strings.Contains(sampleText, "“spoke") {
		t.Error("words without --explain")
	}
}

var sequence = regexp.MustCompile("\x1b\\[[0-9]+m")

// TestColorChangesNoWord: with the colours taken out it is the plain text.
func TestColorChangesNoWord(t *testing.T) {
	for _, width := range []int{40, 80, 120} {
		got := shown(t, Look{Width: width, Color: true, Explain: true}, sample())
		if !sequence.MatchString(got) {
			t.Fatal("no colour")
		}
		if d := cmp.Diff(shown(t, Look{Width: width, Explain: true}, sample()), sequence.ReplaceAllString(got, "")); d != "" {
			t.Errorf("width %d: %s", width, d)
		}
	}
}

func TestTextFitsTheWidth(t *testing.T) {
	r := sample()
	r.Document.Title = "马克龙与普京通电话讨论乌克兰局势以及欧洲安全问题双方同意继续保持对话并将在未来几周内再次会晤"
	r.Statements[1].Text = strings.Repeat("Donaudampfschifffahrtsgesellschaft", 6)
	for width := 40; width <= 120; width += 16 {
		for _, line := range strings.Split(shown(t, Look{Width: width, Explain: true}, r), "\n") {
			if w := cells.String(line); w > width {
				t.Errorf("width %d: %d columns: %s", width, w, line)
			}
		}
	}
}

// TestColumnsStandInAnyScript: the bar between two accounts is in one column,
// whatever the script, and a right-to-left cell cannot reach over it.
func TestColumnsStandInAnyScript(t *testing.T) {
	r := sample()
	r.Contacts[0].Accounts[0].Asserts = []record.Assertion{
		{Field: "place", Value: "العاصمة الروسية موسكو، في قصر الكرملين مساء السبت"}, {Field: "outcome", Value: "双方同意继续保持对话并将在未来几周内再次会晤"},
	}
	at := map[int]bool{}
	rows := 0
	for _, line := range strings.Split(shown(t, Look{Width: 80}, r), "\n") {
		before, _, ok := strings.Cut(line, "│")
		if !ok {
			continue
		}
		rows++
		at[cells.String(before)] = true
		if strings.ContainsRune(before, 'ا') && (strings.Count(before, "\u2068") != 1 || strings.Count(before, "\u2069") != 1) {
			t.Errorf("not isolated: %q", before)
		}
	}
	if len(at) != 1 || rows < 6 {
		t.Errorf("%d rows with the bar in columns %v", rows, at)
	}
}

func TestTextIsSafeOnATerminal(t *testing.T) {
	r := sample()
	r.Document.Title = "red \x1b[31malert\x07\u009b2J \u202eback\u2066 two\nlines\ufeff"
	r.Statements[0].Speaker.Name = "Pes\x1b]0;title\x07kov"
	got := shown(t, Look{Width: 80}, r)
	if i := strings.IndexFunc(strings.ReplaceAll(got, "\n", ""), func(c rune) bool { return c < ' ' || c >= 0x7f && c < 0xa0 || turns(c) }); i >= 0 {
		t.Errorf("a control character is left in %q", got)
	}
	if !strings.HasPrefix(got, "red [31malert2J back two lines\n") {
		t.Errorf("the title is %q", got[:40])
	}
	if !strings.Contains(r.Document.Title, "\x1b") {
		t.Error("the reading itself was changed")
	}
}
