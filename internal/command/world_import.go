package command

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/wikidata"
)

const worldImportHelp = `Import takes persons and their terms of office out of Wikidata's JSON and writes a
folder with the whole world, theirs added. What the world has already is left as it
is. Then read with it: parley read --world DIR article.txt

A FILE holds entities as Wikidata exports them: an array, one entity per line, or
{"entities": ...}; - is standard input. Terms are taken from P39 (position held) with
P580 and P582; a position says of which state it is by P1001 or P17, a state its code
by P298, so that positions and states must be in the files, too. --posts FILE is a
table (columns item, office, of) that says so for positions that do not.

Exit code: 0 when all was read, 1 when not, 2 when the command line is wrong.`

type importOptions struct{ out, posts string }

func (a *app) worldImportCommand() *cobra.Command {
	var o importOptions
	c := &cobra.Command{
		Use:   "import FILE --out DIR",
		Short: "Add persons and terms of office from Wikidata's JSON",
		Long:  worldImportHelp,
		Example: `  parley world import entities.json --out my-world
  parley world import entities.json --posts posts.tsv --world my-world --out my-world
  parley read --world my-world article.txt`,
		Args: arguments(1, 1, "a file of entities"),
		RunE: func(_ *cobra.Command, args []string) error {
			if o.out == "" {
				return fmt.Errorf("--out is missing; name the folder to write the world to, as in --out my-world")
			}
			return failed(a.importWorld(args[0], o))
		},
	}
	c.Flags().StringVar(&o.out, "out", "", "write the world to this `DIR`")
	c.Flags().StringVar(&o.posts, "posts", "", "a `FILE` that says which item is which office of whom")
	return c
}

func (a *app) importWorld(file string, o importOptions) error {
	w, err := a.world()
	if err != nil {
		return err
	}
	posts, err := readPosts(o.posts, w)
	if err != nil {
		return err
	}
	in := a.in
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	found, err := wikidata.Read(in, file, posts, w)
	if err != nil {
		return err
	}
	files, err := extended(a.worldFiles(), found)
	if err != nil {
		return err
	}
	if err := writeWorld(o.out, files, a.worldDir == o.out); err != nil {
		return err
	}
	for _, s := range found.Skipped {
		if _, err := fmt.Fprintln(a.err, "parley: left out "+oneLine(s)); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(a.out, "%s: %d persons and %d terms of office added, %d terms known, %d left out\n",
		o.out, len(found.Persons), len(found.Holders), found.Known, len(found.Skipped))
	return err
}

func readPosts(file string, w *gazetteer.World) (wikidata.Posts, error) {
	if file == "" {
		return wikidata.ReadPosts(nil, "", w)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return wikidata.ReadPosts(f, file, w)
}

// extended returns the files of a world with rows added at their ends.
func extended(world fs.FS, add wikidata.Additions) (map[string][]byte, error) {
	names, err := fs.Glob(world, "*.tsv")
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, name := range names {
		if files[name], err = fs.ReadFile(world, name); err != nil {
			return nil, err
		}
	}
	for name, rows := range map[string][][]string{"persons.tsv": add.Persons, "spellings.tsv": add.Spellings, "holders.tsv": add.Holders} {
		var b bytes.Buffer
		b.Write(bytes.TrimRight(files[name], "\n"))
		b.WriteByte('\n')
		for _, row := range rows {
			b.WriteString(strings.TrimRight(strings.Join(row, "\t"), "\t") + "\n")
		}
		files[name] = b.Bytes()
	}
	return files, nil
}

// writeWorld writes the files of a world once they are known to load. Files that are there
// are replaced only if the world came from them.
func writeWorld(dir string, files map[string][]byte, replace bool) (err error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for _, name := range sorted(files) {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil && !replace {
			return fmt.Errorf("%s is there already; name another folder, or add to that world with --world %s", filepath.Join(dir, name), dir)
		}
	}
	part, err := os.MkdirTemp(dir, ".part")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(part)) }()
	for _, name := range sorted(files) {
		if err := os.WriteFile(filepath.Join(part, name), files[name], 0o666); err != nil {
			return err
		}
	}
	if _, err := gazetteer.Load(os.DirFS(part)); err != nil {
		return fmt.Errorf("the world would not load with what was added: %w", err)
	}
	for _, name := range sorted(files) {
		if err := os.Rename(filepath.Join(part, name), filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}
