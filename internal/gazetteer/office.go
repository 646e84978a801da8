package gazetteer

import "time"

// Holders returns who held an office of a state or organisation on a day,
// the one longest in office first. More than one only where the office allows
// it, or on the day of a change.
func (w *World) Holders(of, office string, day time.Time) []Holding {
	var out []Holding
	for _, h := range w.holdings[post{of, office}] {
		if h.In(day) {
			out = append(out, h)
		}
	}
	return out
}

// Holder returns the one holder of an office on a day, and false when there is
// none or more than one.
func (w *World) Holder(of, office string, day time.Time) (Holding, bool) {
	hs := w.Holders(of, office, day)
	if len(hs) == 2 && hs[0].To.Equal(hs[1].From) { // the day of a change belongs to the newcomer
		return hs[1], true
	}
	if len(hs) != 1 {
		return Holding{}, false
	}
	return hs[0], true
}

// OfficeOn returns the highest office a person held on a day; with a zero day,
// the highest ever. The second result is false when there was none.
func (w *World) OfficeOn(p *Person, day time.Time) (Holding, bool) {
	best, found := Holding{}, false
	for _, h := range p.Holdings {
		if !day.IsZero() && !h.In(day) {
			continue
		}
		if !found || w.Offices[h.Office].Rank < w.Offices[best.Office].Rank {
			best, found = h, true
		}
	}
	return best, found
}

// Held reports whether a person ever held an office.
func (p *Person) Held(office string) bool {
	for _, h := range p.Holdings {
		if h.Office == office {
			return true
		}
	}
	return false
}

// ActorName returns the English name of a state or organisation, or the id
// itself when there is none.
func (w *World) ActorName(id string) string {
	if s := w.States[id]; s != nil {
		return s.Name
	}
	if o := w.Organisations[id]; o != nil {
		return o.Name
	}
	return id
}

// SoleState returns the one state whose head holds an office that no other
// state has ("the Pope"), or "".
func (w *World) SoleState(office string) string { return w.sole[office] }

// soleStates finds the offices that only one state's head holds.
func soleStates(w *World) map[string]string {
	sole := map[string]string{}
	for _, id := range sortedKeys(w.States) {
		s := w.States[id]
		for _, office := range []string{s.HeadOfState, s.HeadOfGovernment} {
			if old, dup := sole[office]; dup && old != id {
				sole[office] = "" // more than one
			} else {
				sole[office] = id
			}
		}
	}
	return sole
}

// Terms returns how many terms of office are known.
func (w *World) Terms() int {
	n := 0
	for _, hs := range w.holdings {
		n += len(hs)
	}
	return n
}
