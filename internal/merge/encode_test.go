package merge

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-news/parley/record"
)

func TestEncode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawn().Draw(t, "mention")
		m.Topics = rapid.SliceOfN(rapid.String(), 1, 3).Draw(t, "topics")
		m.Dated, m.Main = rapid.Bool().Draw(t, "dated"), rapid.Bool().Draw(t, "main")
		data, err := m.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var got Mention
		if err := got.UnmarshalBinary(data); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(m, &got); diff != "" {
			t.Fatal(diff)
		}
	})
}

func FuzzDecode(f *testing.F) {
	full := &Mention{
		Ref: record.Ref{Document: "d", Contact: "c"}, Published: 20000, From: Unknown, To: Unknown, Kind: "call",
		Parties: []Side{{"FRA", "party"}, {"TUR", "host"}}, People: []Who{{ID: "Jane Roe", Country: "FRA", Inferred: true}},
		Topics: []string{"food"},
	}
	data, err := full.MarshalBinary()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		var m, again Mention
		if m.UnmarshalBinary(data) != nil {
			return
		}
		data, err := m.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		if err := again.UnmarshalBinary(data); err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if diff := cmp.Diff(m, again); diff != "" {
			t.Fatal(diff)
		}
	})
}
