package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const tiny = "../../internal/syntax/testdata/tiny.conllu"

func TestTrainAndMeasure(t *testing.T) {
	dir := t.TempDir()
	var files [2][]byte
	for i := range files {
		out := filepath.Join(dir, "m.model")
		var stdout, stderr bytes.Buffer
		if err := run([]string{"--lang", "fr", "--rounds", "3", "--out", out, "--hold-out", "5", tiny}, &stdout, &stderr); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"fr: trained on 4 sentences", "sentences   2\n", "subjects F1 "} {
			if !strings.Contains(stdout.String(), want) {
				t.Errorf("output lacks %q:\n%s", want, &stdout)
			}
		}
		if !strings.Contains(stderr.String(), "fr: learning arcs") {
			t.Errorf("no word of progress: %s", &stderr)
		}
		var err error
		if files[i], err = os.ReadFile(out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two runs wrote different models")
	}
	var stdout, stderr bytes.Buffer
	if err := run([]string{"--lang", "fr", "--measure", filepath.Join(dir, "m.model"), "--test", tiny, tiny}, &stdout, &stderr); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(stdout.String(), "sentences   6\n") || strings.Contains(stdout.String(), "trained") {
		t.Errorf("measuring only:\n%s", &stdout)
	}
}

func TestArguments(t *testing.T) {
	for _, tc := range []struct {
		args, want string
	}{
		{tiny, "--lang is missing"},
		{"--lang fr", "no treebank given"},
		{"--lang fr --hold-out 1 " + tiny, "leaves nothing"},
		{"--lang fr --rounds -1 " + tiny, "below 0"},
		{"--lang fr no-such-file", "no-such-file"},
		{"--lang fr --measure " + tiny + " " + tiny, "no model of this version"},
	} {
		var out bytes.Buffer
		if err := run(strings.Fields(tc.args), &out, &out); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: error %v, want one with %q", tc.args, err, tc.want)
		}
	}
}

func TestHelp(t *testing.T) {
	var out, errs bytes.Buffer
	if err := run([]string{"--help"}, &out, &errs); !errors.Is(err, flag.ErrHelp) {
		t.Fatal(err)
	}
	flags := 0
	for line := range strings.SplitSeq(out.String(), "\n") {
		if strings.HasPrefix(line, "  --") {
			flags++
		}
	}
	if flags != 9 || !strings.Contains(out.String(), "Examples:") {
		t.Errorf("help lists %d options:\n%s", flags, &out)
	}
}
