package annotate

import "github.com/parley-news/parley/internal/gazetteer"

// patronymic reports whether a name ends with that of a father: "Salman bin
// Abdulaziz", whom nobody calls Abdulaziz.
func (f *finder) patronymic(first, last int) bool {
	return last-first > 2 && gazetteer.IsPatronymic(f.d.Toks[last-2].Form)
}

// fathersEnd returns where the names of fathers end that go on from a token of a
// run: "Faisal bin Farhan" may go on with "bin Abdullah".
func (f *finder) fathersEnd(tok, end int) int {
	for tok+1 < end && gazetteer.IsPatronymic(f.d.Toks[tok].Form) && f.d.Toks[tok+1].Upper {
		tok += 2
	}
	return tok
}

// clan reports whether the name of a house starts at a token of a run: "Khalifa bin Hamad Al
// Thani".
func (f *finder) clan(tok, end int) bool {
	if tok+1 >= end || !f.d.Toks[tok+1].Upper {
		return false
	}
	switch f.d.Toks[tok].Form {
	case "al", "el", "ال":
		return true
	}
	return false
}

// goesOn reports whether a run of names goes on from a token as the name of a person who was
// found in front of it may not: with a house that is none of their state, or with more fathers
// where the person is called by none.
func (f *finder) goesOn(p *gazetteer.Person, first, tok, end int) bool {
	last := f.fathersEnd(tok, end)
	if f.clan(last, end) {
		return !f.lx.World.IsHouse(p.Country, f.skeleton(last+1))
	}
	return last > tok && f.patronymic(first, tok) && !p.HasFather()
}

// houseEnd returns where the name of a house ends that starts at a token, else the token.
func (f *finder) houseEnd(tok, end int) int {
	if f.clan(tok, end) {
		return tok + 2
	}
	return tok
}
