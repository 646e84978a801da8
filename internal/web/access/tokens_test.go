package access

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// watch is a clock that the tests set.
type watch struct{ time.Time }

func (c *watch) now() time.Time { return c.Time }

func (c *watch) pass(d time.Duration) { c.Time = c.Add(d) }

func newKeeper(t testing.TB) (*Keeper, *watch) {
	t.Helper()
	clock := &watch{time.Date(2025, 6, 19, 9, 0, 0, 0, time.UTC)}
	k, err := Open(t.Context(), filepath.Join(t.TempDir(), "desk.parley"+Suffix), Options{Now: clock.now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := k.Close(); err != nil {
			t.Error(err)
		}
	})
	return k, clock
}

// create makes a token that is good for so long, for ever with 0.
func create(t testing.TB, k *Keeper, role Role, good time.Duration) (string, Token) {
	t.Helper()
	var until *time.Time
	if good != 0 {
		at := k.now().Add(good)
		until = &at
	}
	secret, token, err := k.Create(t.Context(), "Ada", role, until)
	if err != nil {
		t.Fatal(err)
	}
	return secret, token
}

func TestCreateRefuses(t *testing.T) {
	k, clock := newKeeper(t)
	past := clock.Time
	tests := []struct {
		name    string
		role    Role
		expires *time.Time
		want    string
	}{
		{"", Reader, nil, "1 to 100 bytes"},
		{"  \t", Reader, nil, "1 to 100 bytes"},
		{strings.Repeat("a", 101), Reader, nil, "1 to 100 bytes"},
		{"de\x1b[31msk", Reader, nil, "printed"},
		{"de\xffsk", Reader, nil, "printed"},
		{"local", Administrator, nil, "the user of this machine"},
		{"desk", Nobody, nil, `there is no role ""`},
		{"desk", "Editor", nil, `there is no role "Editor"; there are reader, editor, administrator`},
		{"desk", Reader, &past, "expired already"},
	}
	for _, tt := range tests {
		secret, _, err := k.Create(t.Context(), tt.name, tt.role, tt.expires)
		if secret != "" || err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("Create(%q, %q) = %q, %v; want an error that says %s", tt.name, tt.role, secret, err, tt.want)
		}
	}
	if all, err := k.List(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("List() = %v, %v; want nothing", all, err)
	}
}

func TestTokens(t *testing.T) {
	k, clock := newKeeper(t)
	made := clock.Time
	secret, first := create(t, k, Editor, 0)
	until := made.Add(time.Hour)
	_, second, err := k.Create(t.Context(), " newsroom ", Reader, &until)
	if err != nil {
		t.Fatal(err)
	}
	want := []Token{
		{ID: first.ID, Name: "Ada", Role: Editor, Created: made, Valid: true},
		{ID: second.ID, Name: "newsroom", Role: Reader, Created: made, Expires: &until, Valid: true},
	}
	got, err := k.List(t.Context())
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("List() (-want +got), %v:\n%s", err, diff)
	}
	who, err := k.ByToken(t.Context(), secret)
	if diff := cmp.Diff(Identity{Name: "Ada", Role: Editor, Token: first.ID}, who); diff != "" || err != nil {
		t.Errorf("ByToken() (-want +got), %v:\n%s", err, diff)
	}
	clock.pass(time.Hour)
	got, err = k.List(t.Context())
	if err != nil || got[1].Valid || !got[0].Valid {
		t.Errorf("after an hour: %v, %v; want the second one expired, and it alone", got, err)
	}
}

func TestTokenExpires(t *testing.T) {
	k, clock := newKeeper(t)
	secret, _ := create(t, k, Reader, time.Hour)
	clock.pass(time.Hour - time.Second)
	if _, err := k.ByToken(t.Context(), secret); err != nil {
		t.Errorf("a second before the end: %v", err)
	}
	clock.pass(time.Second)
	if who, err := k.ByToken(t.Context(), secret); !errors.Is(err, ErrToken) || who != (Identity{}) {
		t.Errorf("at the end: %v, %v; want %v", who, err, ErrToken)
	}
}

func TestTokenUsed(t *testing.T) {
	k, clock := newKeeper(t)
	secret, _ := create(t, k, Reader, 0)
	first := clock.Time
	used := func() time.Time {
		t.Helper()
		if _, err := k.ByToken(t.Context(), secret); err != nil {
			t.Fatal(err)
		}
		all, err := k.List(t.Context())
		if err != nil || all[0].Used == nil {
			t.Fatalf("%v, %v; want a token that was used", all, err)
		}
		return *all[0].Used
	}
	for _, step := range []struct{ pass, want time.Duration }{
		{0, 0}, {59 * time.Second, 0}, {time.Second, time.Minute}, {30 * time.Second, time.Minute}, {time.Hour, time.Hour + 90*time.Second},
	} {
		clock.pass(step.pass)
		if got := used().Sub(first); got != step.want {
			t.Errorf("used %v after its first use, noted %v; want %v", clock.Sub(first), got, step.want)
		}
	}
}

func TestRevoke(t *testing.T) {
	k, clock := newKeeper(t)
	secret, token := create(t, k, Editor, 0)
	other, _ := create(t, k, Editor, 0)
	session, _, err := k.SignIn(t.Context(), secret, "")
	if err != nil {
		t.Fatal(err)
	}
	revoked := clock.Time
	for range 2 {
		if err := k.Revoke(t.Context(), token.ID); err != nil {
			t.Fatal(err)
		}
		clock.pass(time.Hour)
	}
	all, err := k.List(t.Context())
	if err != nil || all[0].Valid || !all[0].Revoked.Equal(revoked) || !all[1].Valid {
		t.Errorf("List() = %v, %v; want the first one revoked when it was so first", all, err)
	}
	if _, err := k.ByToken(t.Context(), secret); !errors.Is(err, ErrToken) {
		t.Errorf("a revoked token: %v, want %v", err, ErrToken)
	}
	if _, err := k.BySession(t.Context(), session); !errors.Is(err, ErrToken) {
		t.Errorf("a session of a revoked token: %v, want %v", err, ErrToken)
	}
	if _, err := k.ByToken(t.Context(), other); err != nil {
		t.Errorf("the other token: %v", err)
	}
	if err := k.Revoke(t.Context(), 99); !errors.Is(err, ErrNoToken) {
		t.Errorf("Revoke(99) = %v, want %v", err, ErrNoToken)
	}
}

func TestMay(t *testing.T) {
	order := []Role{Nobody, Reader, Editor, Administrator}
	for i, r := range order {
		for j, other := range order {
			if got, want := r.May(other), i > 0 && i >= j; got != want {
				t.Errorf("%q may what %q may: %v, want %v", r, other, got, want)
			}
		}
		if Role("boss").May(r) {
			t.Errorf("a role that there is none may what %q may", r)
		}
		err := Need(With(context.Background(), Identity{Role: r}), Editor)
		if want := i < 2; errors.Is(err, ErrRole) != want {
			t.Errorf("Need(Editor) as %q = %v", r, err)
		}
	}
	if err := Need(context.Background(), Reader); !errors.Is(err, ErrRole) {
		t.Errorf("Need(Reader) of nobody = %v, want %v", err, ErrRole)
	}
}
