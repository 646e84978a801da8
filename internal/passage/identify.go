package passage

import (
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// sampleBytes is how much of a passage its language is told by.
const sampleBytes = 2048

// glance is how much of a line must speak for another language than that of
// its neighbours before the rest is looked at.
const glance = 140

// few words in which none is known tell no language.
const few = 6

// alone are the scripts that stand for one language here.
var alone = map[script]string{
	greek: "el", han: "zh", kana: "ja", hangul: "ko", georgian: "ka", armenian: "hy", thai: "th",
}

// unnamed are languages to which the trigram table gives no two-letter code.
var unnamed = map[whatlanggo.Lang]string{
	whatlanggo.Pes: "fa", whatlanggo.Cmn: "zh", whatlanggo.Ydd: "yi", whatlanggo.Nob: "no", whatlanggo.Nno: "no",
}

// identify names the language of a sample by its words and letters, and by its
// trigrams where those leave doubt. It returns "" when nothing speaks for any
// language.
func (e *evidence) identify(sample string) string {
	sample = clip(sample, sampleBytes)
	var t tally
	e.weigh(&t, sample)
	if l, ok := alone[t.script]; ok {
		return l
	}
	if t.script == noScript {
		return ""
	}
	first, second := t.best()
	if first < 0 && t.words < few && t.script == latin {
		return "" // names alone
	}
	if first >= 0 && t.words >= 12 && t.known[first] >= 0.15 && (second < 0 || t.score[first] > 1.35*t.score[second]) {
		return e.candidates[first].lang
	}
	trigram, sure := trigrams(sample)
	if trigram != "" {
		known := false
		for c, cand := range e.candidates {
			if cand.lang == trigram && cand.script == t.script && t.words > 0 {
				t.score[c] += 0.25 * sure
				known = true
			}
		}
		first, _ = t.best()
		// A language that the word lists lack shows in trigrams alone.
		if !known && sure > 0.9 && t.words >= 12 && (first < 0 || t.known[first] < 0.12) {
			return trigram
		}
	}
	if first < 0 {
		return trigram
	}
	return e.candidates[first].lang
}

// trigrams asks the trigram tables, and how sure they are, 0 to 1. A tie has
// no winner there but the order of a map, so it counts as no answer.
func trigrams(sample string) (lang string, sure float64) {
	info := whatlanggo.Detect(sample)
	if info.Lang < 0 || info.Confidence <= 0 {
		return "", 0
	}
	if l, ok := unnamed[info.Lang]; ok {
		return l, info.Confidence
	}
	return info.Lang.Iso6391(), info.Confidence
}

// other names the language of a line that speaks clearly for another than lang,
// "" for one that does not.
func (e *evidence) other(t *tally, s, lang string) string {
	e.weigh(t, clip(s, sampleBytes))
	if l, ok := alone[t.script]; ok {
		if l == "zh" && lang == "ja" {
			return ""
		}
		return differs(l, lang)
	}
	first, _ := t.best()
	if first < 0 || e.candidates[first].lang == lang {
		return ""
	}
	mine, spoken := 0.0, false
	for c, cand := range e.candidates {
		if cand.lang == lang && cand.script == t.script {
			mine, spoken = t.score[c], true
		}
	}
	if !spoken { // another script
		return differs(e.identify(s), lang)
	}
	need := 0.5
	if t.words >= 12 {
		need = 0.3
	}
	if t.words < 3 || t.score[first]-max(mine, 0) < need {
		return ""
	}
	return e.candidates[first].lang
}

func differs(l, lang string) string {
	if l == lang {
		return ""
	}
	return l
}

// clip cuts a sample after so many bytes, between two characters.
func clip(s string, size int) string {
	if len(s) <= size {
		return s
	}
	s = s[:size]
	for i := 0; i < utf8.UTFMax; i++ {
		if r, n := utf8.DecodeLastRuneInString(s); r != utf8.RuneError || n > 1 {
			break
		}
		s = s[:len(s)-1]
	}
	return s
}
