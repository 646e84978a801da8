package gazetteer

import "strings"

// OwnBody returns the body of a state that shares its name with one of an organisation, as
// the Security Council of Russia does with that of the United Nations; nil for none.
func (w *World) OwnBody(shared *Institution, s *State) *Institution {
	if w.Organisations[shared.Of] == nil {
		return nil
	}
	name, ok := strings.CutPrefix(shared.Name, shared.Of+" ")
	if !ok {
		return nil
	}
	return w.Institutions[name+" of "+s.Name]
}
