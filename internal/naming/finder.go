// Package naming finds out whom and what people mean who write a name: a party by its code
// or by what any language of the packs calls it, a place, and what they may have meant
// where nothing is called so.
package naming

import (
	"maps"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/text"
)

// Finder finds parties and places. It is safe for concurrent use.
type Finder struct {
	world *gazetteer.World
	names map[string]string
	// told are what the packs call parties and places, read when first needed.
	told func() (language.Names, error)
}

// New returns a finder over the world and the names of packs, which it asks for when a name
// is none that the world has.
func New(world *gazetteer.World, told func() (language.Names, error)) *Finder {
	return &Finder{world, partyNames(world), told}
}

// partyNames are the folded names and codes that the world has for parties and groups.
func partyNames(w *gazetteer.World) map[string]string {
	names := map[string]string{}
	note := func(id string, forms ...string) {
		for _, f := range append(forms, id) {
			names[text.Fold(f)] = id
		}
	}
	for _, g := range w.Groups {
		note(g.Name, g.Aliases...)
	}
	for _, o := range w.Organisations {
		note(o.ID, append(o.Aliases, o.Name)...)
	}
	for _, s := range w.States {
		note(s.ID, s.Name, s.UN, s.Alpha2)
	}
	return names
}

// Party is the id of a state, an organisation or a group by its code or its name, "" when
// none is called so. The error is that of reading the packs.
func (f *Finder) Party(word string) (string, error) {
	if code := strings.ToUpper(word); f.world.States[code] != nil {
		return code, nil
	}
	folded := text.Fold(word)
	if id := f.names[folded]; id != "" {
		return id, nil
	}
	told, err := f.told()
	return told.Parties[folded], err
}

// Place is the name of a place, or the code of a country, as the register has it; what
// nothing is called is returned as it is, for the register may know it.
func (f *Finder) Place(word string) (string, error) {
	if f.world.Places[word] != nil {
		return word, nil
	}
	told, err := f.told()
	if err != nil {
		return "", err
	}
	if name := told.Places[text.Fold(word)]; name != "" {
		return name, nil
	}
	id, err := f.Party(word)
	if err == nil && f.world.States[id] != nil {
		return id, nil
	}
	return word, err
}

// Like are the names of parties that somebody may have meant, best first.
func (f *Finder) Like(word string) []string {
	var names []string
	for _, s := range f.world.States {
		names = append(names, s.Name)
	}
	for _, o := range f.world.Organisations {
		names = append(names, o.Name)
	}
	slices.Sort(names)
	if near := Nearest(word, names); len(near) > 0 {
		return near
	}
	if near := Nearest(word, slices.Concat(slices.Sorted(maps.Keys(f.world.States)), slices.Sorted(maps.Keys(f.world.Organisations)))); len(near) > 0 {
		return near
	}
	told, err := f.told()
	if err != nil {
		return nil // nothing is the matter with the word that was asked for
	}
	names = nil
	for _, said := range Nearest(word, slices.Sorted(maps.Keys(told.Parties))) {
		if name := f.world.ActorName(told.Parties[said]); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
