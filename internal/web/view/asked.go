package view

// Asked is one thing that a query asks for, and the query without it.
type Asked struct{ Name, Value, Without string }

// Asked lists what the query asks for, to be taken away one by one.
func (q Query) Asked() []Asked {
	var out []Asked
	for _, l := range lists {
		for _, v := range q.Given(l.name) {
			out = append(out, Asked{l.name, v, q.Without(l.name, v)})
		}
	}
	for _, p := range []struct {
		name, value string
	}{{"from", q.From}, {"to", q.To}} {
		if p.value != "" {
			out = append(out, Asked{p.name, p.value, q.With(p.name, "")})
		}
	}
	for _, p := range []struct {
		name string
		on   bool
	}{{"disputed", q.Disputed}, {"rejected", q.Rejected}} {
		if p.on {
			out = append(out, Asked{p.name, "", q.With(p.name, "")})
		}
	}
	return out
}
