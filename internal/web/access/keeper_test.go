package access

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestSecret(t *testing.T) {
	seen := map[string]bool{}
	for range 100 {
		secret := newSecret()
		if !strings.HasPrefix(secret, prefix) || len(secret) != len(prefix)+52+6 || seen[secret] {
			t.Fatalf("a secret %q, want another one each time, of 65 letters", secret)
		}
		seen[secret] = true
		hash, err := digest(secret)
		sum := sha256.Sum256([]byte(secret))
		if err != nil || !bytes.Equal(hash, sum[:]) {
			t.Fatalf("digest(%q) = %x, %v", secret, hash, err)
		}
	}
}

// TestSlip checks that any one letter that is written wrong makes a secret none.
func TestSlip(t *testing.T) {
	secret := newSecret()
	for at := range secret {
		for _, c := range []string{"a", "7", "Z", " ", "é", ""} {
			wrong := secret[:at] + c + secret[at+1:]
			if _, err := digest(wrong); wrong != secret && !errors.Is(err, ErrToken) {
				t.Errorf("digest(%q) = %v, want %v", wrong, err, ErrToken)
			}
		}
	}
	for _, s := range []string{"", prefix, secret + "a", " " + secret, secret[:64], strings.ToUpper(secret), strings.Repeat("a", 1<<20)} {
		if _, err := digest(s); !errors.Is(err, ErrToken) {
			t.Errorf("digest(%.70q) = %v, want %v", s, err, ErrToken)
		}
	}
}

func FuzzDigest(f *testing.F) {
	for _, s := range []string{"", prefix, newSecret(), newSecret() + "x", prefix + strings.Repeat("a", 58)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		hash, err := digest(s)
		switch {
		case err != nil:
			if !errors.Is(err, ErrToken) || hash != nil {
				t.Errorf("digest(%q) = %x, %v", s, hash, err)
			}
		case len(s) != 65 || !strings.HasPrefix(s, prefix) || len(hash) != sha256.Size:
			t.Errorf("digest(%q) = %x, which has not the form of a secret", s, hash)
		}
	})
}

// TestNoSecretIsKept looks for secrets in what is on the disk.
func TestNoSecretIsKept(t *testing.T) {
	k, _ := newKeeper(t)
	secret, _ := create(t, k, Editor, 0)
	session, _, err := k.SignIn(t.Context(), secret, "")
	if err != nil {
		t.Fatal(err)
	}
	var path string
	if err := k.db.QueryRow("SELECT file FROM pragma_database_list").Scan(&path); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(path + "*")
	if err != nil || len(files) == 0 {
		t.Fatalf("%v, %v; want files", files, err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range []string{secret, session} {
			if bytes.Contains(data, []byte(s[len(prefix):])) {
				t.Errorf("%s holds a secret", name)
			}
		}
		info, err := os.Stat(name)
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is open to others: %v, %v", name, info.Mode(), err)
		}
	}
}

func TestOpenFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x"+Suffix)
	if err := os.WriteFile(path, []byte(strings.Repeat("no database ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{path, t.TempDir(), filepath.Join(path, "below")} {
		if k, err := Open(t.Context(), p, Options{}); err == nil {
			t.Errorf("Open(%s) works", p)
			_ = k.Close() // the error is that it is there
		}
	}
}

// TestAtOnce has many use one file, through two keepers as two processes would.
func TestAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.parley"+Suffix)
	var keepers [2]*Keeper
	for i := range keepers {
		k, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = k.Close() }) // nothing is written after this
		keepers[i] = k
	}
	var all sync.WaitGroup
	for i := range 16 {
		all.Go(func() {
			k, other := keepers[i%2], keepers[1-i%2]
			secret, token, err := k.Create(t.Context(), fmt.Sprint("desk ", i), Editor, nil)
			if err != nil {
				t.Error(err)
				return
			}
			session, _, err := other.SignIn(t.Context(), secret, "")
			if err == nil {
				_, err = k.BySession(t.Context(), session)
			}
			if err == nil {
				err = k.Record(t.Context(), Event{Action: "add", Outcome: "done"})
			}
			if err == nil {
				err = other.Revoke(t.Context(), token.ID)
			}
			if err != nil {
				t.Error(err)
			}
			if _, err := k.BySession(t.Context(), session); !errors.Is(err, ErrToken) {
				t.Errorf("a session of a token that was revoked elsewhere: %v", err)
			}
		})
	}
	all.Wait()
	if events, err := keepers[0].Events(t.Context(), 0, 100); err != nil || len(events) != 16 {
		t.Errorf("%d lines in the log, %v; want 16", len(events), err)
	}
}
