package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// foretold marks a contact to come whose clause hangs on words said before something
// else of the past: "had announced that he would go".
func (x *extractor) foretold(k *Candidate) {
	if record.Steps[k.Step] != "scheduled" { // what was only offered need not have come about
		return
	}
	for i := len(x.st.Verbs) - 1; i >= 0; i-- {
		if v := &x.st.Verbs[i]; v.Last <= k.Cue.First && x.senseOver(v.First, v.Last, language.Speech) {
			k.Foretold = x.pluperfect(v)
			return
		}
	}
}

// pluperfect reports whether a verb tells of what was over when something else was:
// "anunțase", "had announced", "avait annoncé".
func (x *extractor) pluperfect(v *annotate.VerbGroup) bool {
	for i := v.First; i <= v.Main; i++ {
		w := x.word(i)
		if w.Feats.Has(syntax.Pluperfect) { // "fusese amânată"
			return true
		}
		if i < v.Main && w.Tag == syntax.Aux && w.Feats.Any(syntax.Past|syntax.Imperfect) && !w.Feats.Has(syntax.Participle) {
			return x.word(v.Main).Feats.Has(syntax.Participle) && (!v.Passive || i+1 < v.Main && x.hasBeen(i+1, v.Main))
		}
	}
	return false
}

// hasBeen reports whether a participle of an auxiliary stands in a stretch: "avait été
// reporté", "had been put off".
func (x *extractor) hasBeen(from, to int) bool {
	for i := from; i < to; i++ {
		if w := x.word(i); w.Tag == syntax.Aux && w.Feats.Has(syntax.Participle) {
			return true
		}
	}
	return false
}
