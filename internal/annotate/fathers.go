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

// clan reports whether the name of a house starts at a token of a run, so that a
// name before it is not whole: "Khalifa bin Hamad Al Thani".
func (f *finder) clan(tok, end int) bool {
	if tok+1 >= end || !f.d.Toks[tok+1].Upper {
		return false
	}
	switch f.d.Toks[tok].Form {
	case "al", "el":
		return true
	}
	return false
}
