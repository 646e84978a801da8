package export

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/parley-news/parley/record"
)

// ftmEntity is an entity of FollowTheMoney: its properties are lists of text.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// ftmWriter prints entries as Events of FollowTheMoney, one line of JSON each, in front
// of each the states (PublicBody), organisations and groups (Organization), persons
// (Person) and places (Address) that it names and that have not been printed just as
// they are before.
type ftmWriter struct {
	jsonLines[ftmEntity]
	tables *tables
	// told are the checksums of the entities printed.
	told map[[sha256.Size]byte]bool
}

// ftmRemembered is how many entities are kept in mind. A longer file may tell of one
// twice, which those who read it put together again.
const ftmRemembered = 100_000

func ftmEntries(out io.Writer, t *tables) EntryWriter {
	return &ftmWriter{jsonLines: jsonLines[ftmEntity]{out: out}, tables: t, told: map[[sha256.Size]byte]bool{}}
}

func (f *ftmWriter) Write(e record.Entry) error {
	w := f.tables.tell(&e)
	event := newEntity("Event", "entry", e.ID)
	event.add("name", w.title)
	event.add("recordId", e.ID)
	event.add("notes", w.lines...)
	event.add("keywords", keywordsOf(&e)...)
	if !w.updated.Equal(beginning) {
		event.add("modifiedAt", w.updated.Format(time.DateOnly))
	}
	for i := range e.Members {
		event.add("publisher", value(e.Members[i].Outlet))
		if url := value(e.Members[i].URL); strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "https://") {
			event.add("sourceUrl", url)
		}
	}
	if e.Date != nil {
		event.add("startDate", e.Date.From)
		event.add("endDate", e.Date.To)
	}
	var others []ftmEntity
	for _, p := range partsOf(&e) {
		others = append(others, f.tables.ftmPart(p))
		if p.role == "host" {
			event.add("organizer", others[len(others)-1].ID)
		}
	}
	for _, p := range e.People {
		others = append(others, f.tables.ftmPerson(p))
	}
	for i := range others {
		event.add("involved", others[i].ID)
	}
	if e.Place != nil {
		place := f.tables.ftmPlace(e.Place)
		if slices.Contains(e.Disputed, "place") {
			event.add("location", place.Properties["full"][0]+" (disputed)")
			return f.all(append(others, event))
		}
		event.add("addressEntity", place.ID)
		event.add("location", place.Properties["full"]...)
		event.add("country", place.Properties["country"]...)
		others = append(others, place)
	}
	return f.all(append(others, event))
}

func (f *ftmWriter) all(list []ftmEntity) error {
	for _, v := range list {
		if err := f.once(v); err != nil {
			return err
		}
	}
	return nil
}

// once prints an entity that has not been printed just so.
func (f *ftmWriter) once(v ftmEntity) error {
	sum := sha256.New()
	sum.Write([]byte(v.ID))
	for _, key := range slices.Sorted(maps.Keys(v.Properties)) {
		sum.Write([]byte("\x00" + key + "\x00" + strings.Join(v.Properties[key], "\x00")))
	}
	key := [sha256.Size]byte(sum.Sum(nil))
	if f.told[key] {
		return nil
	}
	if len(f.told) == ftmRemembered {
		clear(f.told)
	}
	f.told[key] = true
	return f.line(v)
}

// newEntity makes an entity whose id says what it is, and stays the same in every file.
func newEntity(schema, sort, key string) ftmEntity {
	sum := sha256.Sum256([]byte(key))
	return ftmEntity{ID: "parley-" + sort + "-" + hex.EncodeToString(sum[:10]), Schema: schema, Properties: map[string][]string{}}
}

// add gives a property values, each once and none that is empty.
func (f *ftmEntity) add(property string, values ...string) {
	for _, v := range values {
		if v != "" && !slices.Contains(f.Properties[property], v) {
			f.Properties[property] = append(f.Properties[property], v)
		}
	}
}

func (t *tables) ftmPart(p part) ftmEntity {
	v := newEntity("Organization", p.sort, p.id)
	if p.sort == "state" {
		v = newEntity("PublicBody", p.sort, p.id)
		v.add("country", t.alpha2(p.id))
		v.add("jurisdiction", t.alpha2(p.id))
	}
	v.add("name", p.name)
	if p.sort == "organisation" && p.id != p.name {
		v.add("abbreviation", p.id)
	}
	return v
}

func (t *tables) ftmPerson(p record.Person) ftmEntity {
	key := value(p.ID)
	if key == "" {
		key = strings.Join([]string{p.Name, value(p.Country), value(p.Office)}, "\x00")
	}
	v := newEntity("Person", "person", key)
	v.add("name", p.Name)
	v.add("alias", value(p.Native))
	v.add("country", t.alpha2(value(p.Country)))
	v.add("position", spaced(value(p.Office)))
	return v
}

func (t *tables) ftmPlace(p *record.Place) ftmEntity {
	full := p.Name
	if s := t.world.States[value(p.Country)]; s != nil && s.Name != p.Name {
		full += ", " + s.Name
	}
	v := newEntity("Address", "place", full)
	v.add("full", full)
	v.add("country", t.alpha2(value(p.Country)))
	if p.Lat != nil && p.Lon != nil {
		v.add("latitude", strconv.FormatFloat(*p.Lat, 'f', -1, 64))
		v.add("longitude", strconv.FormatFloat(*p.Lon, 'f', -1, 64))
	}
	return v
}

// alpha2 is the code of a state as FollowTheMoney writes it, empty for an organisation.
func (t *tables) alpha2(id string) string {
	if s := t.world.States[id]; s != nil {
		return strings.ToLower(s.Alpha2)
	}
	return ""
}

// keywordsOf are the words to find an entry by in formats that have tags.
func keywordsOf(e *record.Entry) []string {
	out := append([]string{e.Kind, e.Status}, e.Topics...)
	for _, field := range e.Disputed {
		out = append(out, "disputed:"+field)
	}
	if len(e.Corrections) > 0 {
		out = append(out, "corrected")
	}
	if e.Rejected {
		out = append(out, "rejected")
	}
	return out
}
