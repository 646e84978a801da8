package export

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/parley-news/parley/internal/codes"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/record"
	"github.com/parley-news/parley/world"
)

// EntryWriter prints entries of a register in one format.
type EntryWriter interface {
	// Write prints one entry. It changes nothing but nil lists to empty ones. Its error
	// is that of the stream written to.
	Write(e record.Entry) error
	// Close prints what is still held back. It does not close the stream.
	Close() error
}

// Format is a format that entries can be written in.
type Format struct {
	// Name is what the user calls it; About says in a few words what it is and who
	// opens it.
	Name, About string
	// MediaType is as the web names it, Extension the usual end of a file's name.
	MediaType, Extension string
	// Marks is whether it has room to say that an entry is rejected.
	Marks bool

	open func(io.Writer, *tables) EntryWriter
}

// EntryOptions say how entries are to be written.
type EntryOptions struct {
	// World knows places and the names of states; nil is the one built in.
	World *gazetteer.World
	// Page gives the address of the page of an entry by its id, for feeds and calendars; nil
	// where there is none.
	Page func(id string) string
	// Rejected lets in entries of which a person has said that they are no contact.
	Rejected bool
}

// ErrNoMark is the error of asking for rejected entries in a format that cannot mark them.
var ErrNoMark = errors.New("export: no room to mark rejected entries")

// tables are what writers look things up in.
type tables struct {
	world *gazetteer.World
	codes *codes.Schemes
	page  func(id string) string // nil where entries have no page
}

// EntryFormats lists the formats, those that keep everything first.
func EntryFormats() []Format {
	plain := func(w func(io.Writer) EntryWriter) func(io.Writer, *tables) EntryWriter {
		return func(out io.Writer, _ *tables) EntryWriter { return w(out) }
	}
	return []Format{
		{"jsonl", "JSON Lines, the whole entry; any program", "application/jsonl", ".jsonl", true, plain(jsonlEntries)},
		{"csv", "a row an entry; spreadsheets", "text/csv", ".csv", true, plain(csvEntries)},
		{"parquet", "the same rows with types; pandas, DuckDB, Spark", "application/vnd.apache.parquet", ".parquet", true, plain(parquetEntries)},
		{"cameo", "events of CAMEO in the columns of GDELT 2.0", "text/tab-separated-values", ".tsv", false, cameoEntries},
		{"plover", "events of PLOVER (draft 0.7b1), a line of JSON each", "application/jsonl", ".jsonl", true, ploverEntries},
		{"ftm", "entities of FollowTheMoney, a line of JSON each; Aleph, OpenSanctions tools", "application/jsonl", ".jsonl", true, ftmEntries},
		{"ical", "a calendar of contacts that have a day", "text/calendar", ".ics", true, icalEntries},
		{"atom", "a feed", "application/atom+xml", ".atom", true, atomEntries},
		{"graphml", "the network of contacts; Gephi, yEd, NetworkX, igraph", "application/graphml+xml", ".graphml", false, plain(graphmlEntries)},
		{"gexf", "the same network for Gephi", "application/gexf+xml", ".gexf", false, plain(gexfEntries)},
	}
}

// FormatNamed finds a format by its name. The error names those that there are.
func FormatNamed(name string) (Format, error) {
	all := EntryFormats()
	at := slices.IndexFunc(all, func(f Format) bool { return f.Name == name })
	if at < 0 {
		return Format{}, fmt.Errorf("export: no format %q; there are %q", name, each(all, func(f Format) string { return f.Name }))
	}
	return all[at], nil
}

// Open returns a writer of the format. Rejected entries are left out by it unless the
// options let them in; where the format cannot mark them that is ErrNoMark.
func (f Format) Open(out io.Writer, o EntryOptions) (EntryWriter, error) {
	if o.Rejected && !f.Marks {
		return nil, fmt.Errorf("%w: %s would show them as contacts; leave them out or take another format", ErrNoMark, f.Name)
	}
	t, err := lookedUp(o.World)
	if err != nil {
		return nil, err
	}
	t.page = o.Page
	w := f.open(out, t)
	if !o.Rejected {
		w = unrejected{w}
	}
	return w, nil
}

// loadSchemes and loadWorld read the tables built in, once.
var (
	loadSchemes = sync.OnceValues(codes.LoadSchemes)
	loadWorld   = sync.OnceValues(func() (*gazetteer.World, error) { return gazetteer.Load(world.FS) })
)

func lookedUp(w *gazetteer.World) (*tables, error) {
	s, err := loadSchemes()
	if err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	if w == nil {
		if w, err = loadWorld(); err != nil {
			return nil, fmt.Errorf("export: %w", err)
		}
	}
	return &tables{world: w, codes: s}, nil
}

// name is what the world calls a state or an organisation, the id for one it does not know.
func (t *tables) name(id string) string {
	if s := t.world.States[id]; s != nil {
		return s.Name
	}
	if o := t.world.Organisations[id]; o != nil {
		return o.Name
	}
	return id
}

// unrejected leaves out what a person has rejected.
type unrejected struct{ EntryWriter }

func (u unrejected) Write(e record.Entry) error {
	if e.Rejected {
		return nil
	}
	return u.EntryWriter.Write(e)
}
