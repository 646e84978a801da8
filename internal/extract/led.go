package extract

import "github.com/parley-news/parley/internal/annotate"

// thereof reports whether a reporting verb tells whose words the sentence before was, for its
// own sentence opens with words that stand for that: "Об этом сообщила пресс-служба".
func (x *extractor) thereof(v *annotate.VerbGroup) bool {
	tok := v.First
	const reach = 6 // a day and an adverb may stand between
	if x.s == 0 || x.d.Sentences[x.s-1].Title || tok > x.st.First+reach {
		return false
	}
	for i := x.st.First; i < tok; i++ {
		if x.verbAt(i) != nil || !x.d.Toks[i].Word && !x.d.Toks[i].Number {
			return false
		}
	}
	return x.lx.ThereofAt(x.d.Toks, x.st.First, x.st.Last)
}

// likewise reports whether a reporting verb is that of a clause which opens with "as", so that
// its subject stands behind it and what was said around it: "Как сообщили в МИД, ...".
func (x *extractor) likewise(v *annotate.VerbGroup) bool {
	n := v.First - 1
	return n >= x.st.First && x.lx.IsAs(x.d.Toks[n].Form) && (n == x.st.First || !x.d.Toks[n-1].Word)
}

// led reports whether words stand in front of a reporting verb behind which its subject
// follows.
func (x *extractor) led(v *annotate.VerbGroup) bool { return x.thereof(v) || x.likewise(v) }

// aroundAs returns what a clause that opens with "as" says was said: what follows it where
// it opens the sentence, else what stands before it.
func (x *extractor) aroundAs(v *annotate.VerbGroup) (first, last int) {
	if v.First-1 > x.st.First {
		return x.clauseStart(v.First), v.First - 1
	}
	for i := v.Last; i < x.st.Last; i++ {
		if x.raw(i) == "," && !x.relative(min(i+1, x.st.Last-1)) {
			return i + 1, x.clauseEnd(i + 1)
		}
	}
	return v.Last, x.st.Last
}

// namedBehind reports whether the subject of a reporting verb stands right behind it and shows
// no case that another could stand in: "Турция готова помочь, заявил президент".
func (x *extractor) namedBehind(v *annotate.VerbGroup) bool {
	return len(x.lx.Pack.NameCases) > 0 && len(x.inverted(v)) > 0
}
