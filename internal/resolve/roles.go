package resolve

// roles says which part each side of a contact has in it. There are few sides.
type roles []struct{ id, role string }

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
	*rs = append(*rs, struct{ id, role string }{id, role})
}
