package store

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/record"
)

// The environment of a process that adds and is killed, and of how often it is.
const (
	addFrom  = "PARLEY_TEST_ADD_FROM"  // a file of readings
	addTo    = "PARLEY_TEST_ADD_TO"    // a register
	addAfter = "PARLEY_TEST_ADD_AFTER" // how many readings to leave out
	killings = "PARLEY_TEST_KILLS"
)

// killBatch is how many readings go into one transaction.
const killBatch = 8

// line is a reading with its text, which the record itself leaves out.
type line struct {
	Reading record.Reading `json:"reading"`
	Text    string         `json:"text"`
}

// TestKilledProcess is the process that TestKill starts: it adds readings and says after
// each transaction how many are in the register.
func TestKilledProcess(t *testing.T) {
	from := os.Getenv(addFrom)
	if from == "" {
		t.Skip("started by TestKill alone")
	}
	after, err := strconv.Atoi(os.Getenv(addAfter))
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), os.Getenv(addTo), Options{Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	all := readLines(t, from)
	for after < len(all) {
		end := min(after+killBatch, len(all))
		if _, err := s.Add(t.Context(), all[after:end]); err != nil {
			t.Fatal(err)
		}
		after = end
		fmt.Fprintf(os.Stdout, "added %d\n", after) // os.Stdout has no buffer
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func readLines(t *testing.T, file string) []record.Reading {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []record.Reading
	for dec := json.NewDecoder(f); ; {
		var l line
		if err := dec.Decode(&l); errors.Is(err, io.EOF) {
			return out
		} else if err != nil {
			t.Fatal(err)
		}
		l.Reading.Document.Text = l.Text
		out = append(out, l.Reading)
	}
}

func writeLines(t *testing.T, file string, all []record.Reading) {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	enc := json.NewEncoder(f)
	for _, r := range all {
		if err := enc.Encode(line{r, r.Document.Text}); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestKill kills a process that adds readings, again and again at random points. What it
// said was in the register is there each time, the register is sound, and going on to the
// end makes the register that adding without a break makes.
func TestKill(t *testing.T) {
	const ofEach = 20
	kills := ofEach
	if n := os.Getenv(killings); n != "" {
		var err error
		if kills, err = strconv.Atoi(n); err != nil {
			t.Fatal(err)
		}
	}
	for round := uint64(1); kills > 0; round++ {
		t.Run(fmt.Sprint("register ", round), func(t *testing.T) { killWhileAdding(t, round, min(kills, ofEach)) })
		kills -= ofEach
	}
}

func killWhileAdding(t *testing.T, seed uint64, kills int) {
	dir := t.TempDir()
	k := killer{from: filepath.Join(dir, "readings.jsonl"), to: filepath.Join(dir, "killed.parley"), random: rand.New(rand.NewPCG(seed, 2))}
	k.all = made(maker(t, seed, generate.Options{PerDay: 40, Changed: 100}), kills*4*killBatch)
	writeLines(t, k.from, k.all)
	for n := range kills {
		if k.run(t, true); k.added == len(k.all) {
			t.Fatalf("all was added after %d kills; there are too few readings", n)
		}
		k.check(t)
	}
	k.run(t, false)
	if k.added != len(k.all) {
		t.Fatalf("%d of %d readings were added in the end", k.added, len(k.all))
	}
	k.check(t)
	whole, _ := open(t)
	add(t, whole, k.all...)
	killed := reopen(t, k.to, Options{ReadOnly: true})
	if diff := cmp.Diff(string(export(t, whole)), string(export(t, killed))); diff != "" {
		t.Errorf("adding with breaks makes another register (-without +with):\n%s", diff)
	}
}

// killer starts processes and kills them.
type killer struct {
	from, to string
	random   *rand.Rand
	all      []record.Reading
	added    int // readings that a process said were in the register
}

// run starts a process that goes on where the last one stopped, and kills it after some
// transactions or before the first. Otherwise it waits for the end.
func (k *killer) run(t *testing.T, kill bool) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context()) // cancelling kills
	defer cancel()
	c := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestKilledProcess$")
	c.Env = append(os.Environ(), addFrom+"="+k.from, addTo+"="+k.to, addAfter+"="+strconv.Itoa(k.added))
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var errs strings.Builder
	c.Stderr = &errs
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	wait := k.random.IntN(5)
	pause := time.Duration(k.random.IntN(20_000)) * time.Microsecond
	if wait == 0 {
		pause *= 5 // while the process starts and opens the register
	}
	stop := func() {
		if kill && wait == 0 {
			time.Sleep(pause)
			cancel()
		}
		wait--
	}
	stop()
	var said []string
	for lines := bufio.NewScanner(out); lines.Scan(); {
		said = append(said, lines.Text())
		if n, ok := strings.CutPrefix(lines.Text(), "added "); ok {
			if k.added, err = strconv.Atoi(n); err != nil {
				t.Fatal(err)
			}
			stop()
		}
	}
	err = c.Wait()
	if ctx.Err() == nil && err != nil {
		t.Fatalf("adding failed by itself: %v\n%s%s", err, strings.Join(said, "\n"), errs.String())
	}
}

// check opens the register and looks for all that was added.
func (k *killer) check(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(k.to); os.IsNotExist(err) && k.added == 0 {
		return // killed before there was one
	}
	s, err := Open(t.Context(), k.to, Options{Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	problems, err := s.Check(t.Context())
	if err != nil || len(problems) > 0 {
		t.Fatalf("after %d readings: %v %v", k.added, err, problems)
	}
	for id, versions := range k.versions() {
		found := false
		for _, d := range versions {
			standing, err := s.Standing(t.Context(), d)
			if err != nil {
				t.Fatal(err)
			}
			found = found || standing == Current
		}
		if !found {
			t.Fatalf("after %d readings: %s is lost", k.added, id)
		}
	}
}

// versions are the texts that each document added may have: the last that was added, or one
// that was on its way when the process was killed.
func (k *killer) versions() map[string][]record.Document {
	out := map[string][]record.Document{}
	for i, r := range k.all[:min(len(k.all), k.added+killBatch)] {
		d := r.Document
		switch _, known := out[d.ID]; {
		case i < k.added:
			out[d.ID] = []record.Document{d}
		case known:
			out[d.ID] = append(out[d.ID], d)
		}
	}
	return out
}
