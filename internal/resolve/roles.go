package resolve

// roles says which part each side of a contact has in it. There are few sides.
type roles []part

type part struct{ id, role string }

// of returns the part of a side, "" for who is none.
func (rs roles) of(id string) string {
	for i := range rs {
		if rs[i].id == id {
			return rs[i].role
		}
	}
	return ""
}

func (rs *roles) set(id, role string) {
	for i := range *rs {
		if (*rs)[i].id == id {
			(*rs)[i].role = role
			return
		}
	}
	*rs = append(*rs, part{id, role})
}

// usualSides is how many sides a contact usually has.
const usualSides = 4

// room gives a mention room for the usual number of sides.
func (r *reader) room(m *mention) *mention {
	m.order, m.roles, m.sides = r.strings.Take(usualSides)[:0], r.parts.Take(usualSides)[:0], r.sides.Take(usualSides)[:0]
	return m
}
