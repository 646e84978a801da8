package command

import (
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/naming"
)

// partyNamed finds a state, an organisation or a group by its code or by its name, in
// the languages of the world and of the packs.
func (a *app) partyNamed(w *gazetteer.World, word string) (string, error) {
	id, err := naming.New(w, a.packNames).Party(word)
	switch {
	case err != nil:
		return "", failed(err)
	case id == "":
		return "", unknownName("party", word, append(sorted(w.States), sorted(w.Organisations)...), actorNames(w))
	}
	return id, nil
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
	f := naming.New(w, a.packNames)
	for i, word := range list {
		if list[i], err = f.Place(word); err != nil {
			return failed(err)
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
