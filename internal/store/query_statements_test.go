package store

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func statementIDs(all []Statement) string {
	var out []string
	for _, s := range all {
		out = append(out, s.ID)
	}
	return strings.Join(out, " ")
}

func TestStatements(t *testing.T) {
	s := small(t)
	l := func(v ...string) []string { return v }
	tests := []struct {
		name string
		f    StatementFilter
		want string
	}{
		{"all", StatementFilter{}, "s1 s2 s3 s4"},
		{"newest first, two", StatementFilter{Newest: true, Limit: 2}, "s4 s3"},
		{"speaker", StatementFilter{People: l("Лавров")}, "s3 s4"},
		{"speaker without an id", StatementFilter{People: l("Élysée")}, "s2"},
		{"side", StatementFilter{Parties: l("FRA")}, "s1 s2"},
		{"act", StatementFilter{Acts: l("warn", "propose")}, "s1 s3"},
		{"topic", StatementFilter{Topics: l("prisoners")}, "s2"},
		{"outlet", StatementFilter{Outlets: l("Reuters")}, "s2"},
		{"language", StatementFilter{Languages: l("ru", "fr")}, "s1 s3 s4"},
		{"days", StatementFilter{From: "2025-03-11"}, "s3 s4"},
		{"side and act", StatementFilter{Parties: l("FRA"), Acts: l("say")}, "s2"},
		{"speaker and topic", StatementFilter{People: l("Lavrov"), Topics: l("ceasefire")}, ""},
		{"nobody", StatementFilter{People: l("Rubio")}, ""},
	}
	for _, tt := range tests {
		if got := statementIDs(all(t, s.Statements(t.Context(), tt.f))); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestStatementHasItsSource(t *testing.T) {
	s := small(t)
	got := all(t, s.Statements(t.Context(), StatementFilter{People: []string{"Elysee"}}))
	want := []Statement{{
		Statement: got[0].Statement, Day: "2025-03-10", Entries: []string{"a-call"},
		Document: record.Document{
			ID: "call-en", Outlet: ptr("Reuters"), Genre: "article", Language: "en", Title: "Leaders speak of a truce",
			Published: ptr("2025-03-10"), SHA256: got[0].Document.SHA256, Passages: []record.Passage{},
		},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStatementsInPages(t *testing.T) {
	s := small(t)
	for _, newest := range []bool{false, true} {
		f := StatementFilter{Newest: newest, Limit: 1}
		got := ""
		for {
			page := all(t, s.Statements(t.Context(), f))
			if len(page) == 0 {
				break
			}
			got += " " + page[0].ID
			f.After = page[0].Cursor()
		}
		if want := statementIDs(all(t, s.Statements(t.Context(), StatementFilter{Newest: newest}))); got != " "+want {
			t.Errorf("newest %v: pages give %q, want %q", newest, got, want)
		}
	}
}

func TestPositions(t *testing.T) {
	s := small(t)
	tests := []struct {
		name, who string
		f         StatementFilter
		want      string
	}{
		{"part of a name", "Lavrov", StatementFilter{}, "energy:s3 :s4"},
		{"of one topic", "Lavrov", StatementFilter{Topics: []string{"energy"}}, "energy:s3"},
		{"a side", "FRA", StatementFilter{}, "ceasefire:s1 ceasefire:s2 prisoners:s2"},
		{"a side, the last of each topic", "FRA", StatementFilter{Newest: true, Limit: 1}, "ceasefire:s2 prisoners:s2"},
		{"nobody", "Rubio", StatementFilter{}, ""},
	}
	for _, tt := range tests {
		var got []string
		for _, p := range all(t, s.Positions(t.Context(), tt.who, tt.f)) {
			got = append(got, p.Topic+":"+p.ID)
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestCommitments(t *testing.T) {
	s := small(t)
	held := paper("held-en", "2025-04-02", "Reuters", "en", "They met\nQatar and Guinea met on 20 March.")
	tells(held, "k-held", "talks", "held", "QAT GIN", "2025-03-20", seen(held, "met on"))
	promise := paper("promise-en", "2025-02-01", "Reuters", "en", "A promise\nItaly promised to meet France on 2 April.")
	tells(promise, "l-promise", "meeting", "scheduled", "ITA FRA", "2025-04-02", seen(promise, "meet France"))
	promises(promise, "ITA", "promised to meet France on 2 April", "2025-04-02")
	at := paper("at-en", "2025-04-03", "-", "en", "An agreement\nItaly agreed at the talks with Egypt to send aid.")
	tells(at, "m-talks", "talks", "held", "ITA EGY", "2025-04-02", seen(at, "talks"))
	promises(at, "ITA", "agreed at the talks with Egypt to send aid", "")
	never := paper("never-en", "2025-04-04", "-", "en", "A refusal\nItaly promised never to receive Serbia.")
	tells(never, "n-never", "meeting", "refused", "ITA SRB", "", seen(never, "receive"))
	promises(never, "ITA", "promised never to receive Serbia", "")
	add(t, s, *held, *promise, *at, *never)
	l := func(v ...string) []string { return v }
	tests := []struct {
		name  string
		today string
		f     CommitmentFilter
		want  string
	}{
		{"all", "2025-03-20", CommitmentFilter{From: "2025-02-02", To: "2025-04-01"}, "g-past overdue, none no-later-report, i-month kept by met on in held-en, e-off broken by called off in off-en"},
		{"earlier", "2025-03-05", CommitmentFilter{From: "2025-02-02", To: "2025-04-01"}, "g-past due, none no-later-report, i-month kept by met on in held-en, e-off broken by called off in off-en"},
		{"newest first", "2025-03-20", CommitmentFilter{To: "2025-04-01", Newest: true, Limit: 1}, "e-off broken by called off in off-en"},
		{"who", "2025-03-20", CommitmentFilter{Who: l("QAT", "SRB")}, "i-month kept by met on in held-en, e-off broken by called off in off-en"},
		{"who by name", "2025-03-20", CommitmentFilter{Who: l("Serbia")}, "e-off broken by called off in off-en"},
		{"state", "2025-03-20", CommitmentFilter{States: []State{NoLaterReport, Kept}, To: "2025-04-01"}, "none no-later-report, i-month kept by met on in held-en"},
		{"state and who", "2025-03-20", CommitmentFilter{States: []State{Overdue}, Who: l("BRA")}, "g-past overdue"},
		{"days of publication", "2025-03-20", CommitmentFilter{From: "2025-03-01", To: "2025-03-10"}, "i-month kept by met on in held-en"},
		{"nothing tells of it", "2025-04-05", CommitmentFilter{Who: l("ITA"), To: "2025-04-01"}, "l-promise overdue"},
		{"of what it was made in", "2025-04-05", CommitmentFilter{Who: l("ITA"), From: "2025-04-01", To: "2025-04-03"}, "none no-later-report"},
		{"only the promise itself tells of it", "2025-04-05", CommitmentFilter{Who: l("ITA"), From: "2025-04-04"}, "n-never no-later-report"},
		{"nobody", "2025-03-20", CommitmentFilter{Who: l("USA")}, ""},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range all(t, s.Commitments(t.Context(), tt.today, tt.f)) {
			line := or(c.Entry, "none") + " " + string(c.State)
			if c.Shown != nil {
				line += " by " + c.Shown.Text + " in " + c.ShownBy.ID
			}
			got = append(got, line)
		}
		if got := strings.Join(got, ", "); got != tt.want {
			t.Errorf("%s:\ngot  %q\nwant %q", tt.name, got, tt.want)
		}
	}
	for _, err := range s.Commitments(t.Context(), "soon", CommitmentFilter{}) {
		if !errors.Is(err, ErrFilter) {
			t.Errorf("error %v, want ErrFilter", err)
		}
	}
}

func TestCommitmentsInPages(t *testing.T) {
	s := small(t)
	for _, newest := range []bool{false, true} {
		var want, got []string
		for _, c := range all(t, s.Commitments(t.Context(), "2025-03-20", CommitmentFilter{Newest: newest})) {
			want = append(want, c.Text)
		}
		f := CommitmentFilter{Newest: newest, Limit: 1}
		for page := all(t, s.Commitments(t.Context(), "2025-03-20", f)); len(page) > 0; page = all(t, s.Commitments(t.Context(), "2025-03-20", f)) {
			got = append(got, page[0].Text)
			f.After = page[0].Cursor()
		}
		if diff := cmp.Diff(want, got); diff != "" || len(want) != 4 {
			t.Errorf("newest %v:\n%s", newest, diff)
		}
	}
}
