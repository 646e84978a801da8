package command

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func content(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestTargetReplacesOnlyWhenKept(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "out")
	if err := os.WriteFile(name, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	for _, keep := range []bool{false, true} {
		to, err := (&app{}).target(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write([]byte("new")); err != nil {
			t.Fatal(err)
		}
		if got := content(t, name); got != "old" {
			t.Errorf("%q while it is written", got)
		}
		if keep {
			if err := to.keep(); err != nil {
				t.Fatal(err)
			}
		}
		to.discard()
		want := map[bool]string{false: "old", true: "new"}[keep]
		if got := content(t, name); got != want {
			t.Errorf("kept %v: %q, want %q", keep, got, want)
		}
		if got := names(t, dir); len(got) != 1 {
			t.Errorf("files left: %q", got)
		}
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the rights changed to %v, %v", info.Mode(), err)
	}
}

func TestTargetFollowsALink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := os.WriteFile(real, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no links here")
	}
	to, err := (&app{}).target(link)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Write([]byte("new")); err != nil {
		t.Fatal(err)
	}
	if err := to.keep(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced")
	}
	if got := content(t, real); got != "new" {
		t.Errorf("%q", got)
	}
}

func TestTargetDoesNotReplaceADevice(t *testing.T) {
	to, err := (&app{}).target(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	if to.final != "" {
		t.Errorf("%s would be renamed to %s", to.file.Name(), to.final)
	}
	to.discard()
}

func TestTargetWithoutNameIsStandardOutput(t *testing.T) {
	var out bytes.Buffer
	for _, name := range []string{"", "-"} {
		to, err := (&app{out: &out}).target(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write([]byte("x")); err != nil {
			t.Fatal(err)
		}
		to.discard() // what was read before a failure is printed all the same
	}
	if out.String() != "xx" {
		t.Errorf("%q", out.String())
	}
}

func TestColored(t *testing.T) {
	var b bytes.Buffer
	for when, want := range map[string]bool{"auto": false, "always": true, "never": false} {
		if got := colored(when, &b); got != want {
			t.Errorf("%s: %v into a file", when, got)
		}
	}
	if w := width(&b); w != 80 {
		t.Errorf("%d columns where there is no terminal", w)
	}
}
