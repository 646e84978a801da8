package access

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

func signIn(t *testing.T, k *Keeper, secret, before string) string {
	t.Helper()
	session, _, err := k.SignIn(t.Context(), secret, before)
	if err != nil {
		t.Fatal(err)
	}
	return session
}

func alive(t *testing.T, k *Keeper, session string) bool {
	t.Helper()
	_, err := k.BySession(t.Context(), session)
	if err != nil && !errors.Is(err, ErrToken) {
		t.Fatal(err)
	}
	return err == nil
}

func TestSessionEnds(t *testing.T) {
	tests := []struct {
		name  string
		until func(k *Keeper, clock *watch, session string)
		want  bool
	}{
		{"at once", func(*Keeper, *watch, string) {}, true},
		{"unused for nearly eight hours", func(_ *Keeper, c *watch, _ string) { c.pass(8*time.Hour - time.Second) }, true},
		{"unused for eight hours", func(_ *Keeper, c *watch, _ string) { c.pass(8 * time.Hour) }, false},
		{"used each hour for nearly a week", func(k *Keeper, c *watch, s string) { use(t, k, c, s, 7*24-1) }, true},
		{"used each hour for a week", func(k *Keeper, c *watch, s string) { use(t, k, c, s, 7*24-1); c.pass(time.Hour) }, false},
		{"signed out", func(k *Keeper, _ *watch, s string) {
			for range 2 {
				if err := k.SignOut(t.Context(), s); err != nil {
					t.Error(err)
				}
			}
		}, false},
	}
	for _, tt := range tests {
		k, clock := newKeeper(t)
		secret, _ := create(t, k, Editor, 0)
		session := signIn(t, k, secret, "")
		tt.until(k, clock, session)
		if got := alive(t, k, session); got != tt.want {
			t.Errorf("%s: the session goes on: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func use(t *testing.T, k *Keeper, c *watch, session string, hours int) {
	t.Helper()
	for range hours {
		c.pass(time.Hour)
		if !alive(t, k, session) {
			t.Fatalf("the session ended on %v", c.Time)
		}
	}
}

// TestSessionOfToken checks that a session lasts no longer than the token it began with.
func TestSessionOfToken(t *testing.T) {
	k, clock := newKeeper(t)
	secret, _ := create(t, k, Editor, time.Hour)
	session := signIn(t, k, secret, "")
	if !alive(t, k, session) {
		t.Error("no session")
	}
	clock.pass(time.Hour)
	if alive(t, k, session) {
		t.Error("the session goes on when its token has expired")
	}
}

// TestFixation checks that what somebody put into a browser before is never what is
// signed in.
func TestFixation(t *testing.T) {
	k, _ := newKeeper(t)
	secret, _ := create(t, k, Editor, 0)
	for _, before := range []string{"", "chosen", newSecret(), secret, signIn(t, k, secret, "")} {
		session := signIn(t, k, secret, before)
		if session == before || session == secret {
			t.Errorf("the session is what came in: %q", before)
		}
		if before != secret && alive(t, k, before) {
			t.Errorf("the session before goes on")
		}
		if !alive(t, k, session) {
			t.Error("no session")
		}
	}
	before := signIn(t, k, secret, "")
	if _, _, err := k.SignIn(t.Context(), newSecret(), before); !errors.Is(err, ErrToken) || !alive(t, k, before) {
		t.Errorf("a sign-in that fails ends the session before, or does not fail: %v", err)
	}
}

func TestKey(t *testing.T) {
	for _, tt := range []struct {
		after time.Duration
		want  bool
	}{{0, true}, {10*time.Minute - time.Second, true}, {10 * time.Minute, false}} {
		k, clock := newKeeper(t)
		key := k.NewKey(Editor)
		clock.pass(tt.after)
		_, who, err := k.SignIn(t.Context(), key, "")
		if tt.want != (err == nil) || tt.want && who != (Identity{Name: "local", Role: Editor}) {
			t.Errorf("a key after %v: %v, %v", tt.after, who, err)
		}
		if _, _, err := k.SignIn(t.Context(), key, ""); !errors.Is(err, ErrToken) {
			t.Errorf("a key that was used: %v, want %v", err, ErrToken)
		}
	}
}

func TestKeyIsNoToken(t *testing.T) {
	k, _ := newKeeper(t)
	if _, err := k.ByToken(t.Context(), k.NewKey(Editor)); !errors.Is(err, ErrToken) {
		t.Errorf("a key as a token: %v, want %v", err, ErrToken)
	}
	session := signIn(t, k, k.NewKey(Editor), "")
	if _, err := k.ByToken(t.Context(), session); !errors.Is(err, ErrToken) {
		t.Errorf("a session as a token: %v, want %v", err, ErrToken)
	}
	if !alive(t, k, session) {
		t.Error("no session of the user of this machine")
	}
}

func TestIdentify(t *testing.T) {
	k, _ := newKeeper(t)
	secret, token := create(t, k, Editor, 0)
	session := signIn(t, k, secret, "")
	ada := Identity{Name: "Ada", Role: Editor, Token: token.ID}
	tests := []struct {
		header, plain, secured string
		secure                 bool
		want                   Identity
		wrong                  bool
	}{
		{},
		{header: "Bearer " + secret, want: ada},
		{header: "bearer  " + secret, want: ada},
		{header: "Bearer " + newSecret(), wrong: true},
		{header: "Bearer " + session, wrong: true},
		{header: "Bearer", wrong: true},
		{header: "Basic YTpi", wrong: true},
		{header: "Bearer x", plain: session, wrong: true}, // the header counts
		{plain: session, want: ada},
		{plain: newSecret()},
		{plain: "x"},
		{plain: secret},
		{secured: session, secure: true, want: ada},
		{plain: session, secure: true}, // may have been set over http, by anybody on the way
		{secured: session},
	}
	for _, tt := range tests {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		if tt.header != "" {
			r.Header.Set("Authorization", tt.header)
		}
		for name, value := range map[string]string{plainCookie: tt.plain, secureCookie: tt.secured} {
			if value != "" {
				r.AddCookie(&http.Cookie{Name: name, Value: value})
			}
		}
		who, err := k.Identify(r, tt.secure)
		if who != tt.want || errors.Is(err, ErrToken) != tt.wrong || err != nil && !tt.wrong {
			t.Errorf("Identify(%+v) = %v, %v", tt, who, err)
		}
	}
}

func TestCookie(t *testing.T) {
	for _, secure := range []bool{false, true} {
		w := httptest.NewRecorder()
		SetCookie(w, "value", secure)
		ClearCookie(w, secure)
		all := w.Result().Cookies()
		if len(all) != 2 {
			t.Fatalf("%d cookies, want 2", len(all))
		}
		for _, c := range all {
			if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" || c.Secure != secure || (c.Name == "__Host-parley-session") != secure {
				t.Errorf("secure %v: %v", secure, c)
			}
		}
		if all[0].Value != "value" || all[0].MaxAge != 7*24*60*60 || all[1].MaxAge != -1 || all[1].Value != "" {
			t.Errorf("%v, want one set and one taken", all)
		}
	}
}
