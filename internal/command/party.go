package command

import (
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/text"
)

// partyNamed finds a state, an organisation or a group by its code or by its name, in
// the languages of the world and of the packs.
func (a *app) partyNamed(w *gazetteer.World, word string) (string, error) {
	code := strings.ToUpper(word)
	if w.States[code] != nil {
		return code, nil
	}
	names := partyNames(w)
	if id := names[text.Fold(word)]; id != "" {
		return id, nil
	}
	told, err := a.packNames()
	if err != nil {
		return "", failed(err)
	}
	if id := told.Parties[text.Fold(word)]; id != "" {
		return id, nil
	}
	return "", unknownName("party", word, append(sorted(w.States), sorted(w.Organisations)...), actorNames(w))
}

// places writes the names of places and the codes of countries as the register has them,
// where they are named in a language of the packs.
func (a *app) places(list []string) error {
	if len(list) == 0 {
		return nil
	}
	w, err := a.world()
	if err != nil {
		return failed(err)
	}
	told, err := a.packNames()
	if err != nil {
		return failed(err)
	}
	for i, word := range list {
		if w.Places[word] != nil {
			continue
		}
		if name := told.Places[text.Fold(word)]; name != "" {
			list[i] = name
		} else if id, err := a.partyNamed(w, word); err == nil && w.States[id] != nil {
			list[i] = id
		}
	}
	return nil
}

// whoIs is the code of a party that is named, else the name as it is: of a person.
func (a *app) whoIs(name string) (who string, isParty bool, err error) {
	w, err := a.world()
	if err != nil {
		return "", false, err
	}
	if id, err := a.partyNamed(w, name); err == nil {
		return id, true, nil
	}
	return name, false, nil
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
