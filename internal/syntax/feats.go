package syntax

import (
	"math/bits"
	"strings"
)

// Feats is a set of morphological features. A word can hold several values of
// one attribute where its form does not tell them apart: a Romanian noun is
// often both Nominative and Accusative.
type Feats uint64

// The features the analyser knows. What a treebank marks beyond them is left
// out on purpose: each further feature costs accuracy on the others.
const (
	Past Feats = 1 << iota
	Present
	Future
	Imperfect
	Pluperfect
	Indicative
	Conditional
	Subjunctive
	Imperative
	Finite
	Infinitive
	Participle
	Gerund
	Converb
	Passive
	Negative
	Singular
	Plural
	First
	Second
	Third
	Nominative
	Accusative
	Genitive
	Dative
	Instrumental
	Locative
	Ablative
	Vocative
	Relative
)

// Attributes, each the set of its values.
const (
	Tenses    = Past | Present | Future | Imperfect | Pluperfect
	Moods     = Indicative | Conditional | Subjunctive | Imperative
	VerbForms = Finite | Infinitive | Participle | Gerund | Converb
	Numbers   = Singular | Plural
	Persons   = First | Second | Third
	Cases     = Nominative | Accusative | Genitive | Dative | Instrumental | Locative | Ablative | Vocative
)

// featNames holds the treebanks' spelling in the order of the bits.
var featNames = [...]string{
	"Tense=Past", "Tense=Pres", "Tense=Fut", "Tense=Imp", "Tense=Pqp",
	"Mood=Ind", "Mood=Cnd", "Mood=Sub", "Mood=Imp",
	"VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part", "VerbForm=Ger", "VerbForm=Conv",
	"Voice=Pass", "Polarity=Neg", "Number=Sing", "Number=Plur",
	"Person=1", "Person=2", "Person=3",
	"Case=Nom", "Case=Acc", "Case=Gen", "Case=Dat", "Case=Ins", "Case=Loc", "Case=Abl", "Case=Voc",
	"PronType=Rel",
}

// Has reports whether every feature of want is set.
func (f Feats) Has(want Feats) bool { return f&want == want }

// Any reports whether at least one feature of set is set.
func (f Feats) Any(set Feats) bool { return f&set != 0 }

// String lists the features as a treebank does, "_" when there are none.
func (f Feats) String() string {
	if f == 0 {
		return "_"
	}
	var names []string
	for rest := f; rest != 0; rest &= rest - 1 {
		if i := bits.TrailingZeros64(uint64(rest)); i < len(featNames) {
			names = append(names, featNames[i])
		}
	}
	return strings.Join(names, "|")
}

// ParseFeats reads the feature column of a treebank ("Mood=Ind|Number=Sing")
// and drops what the analyser does not know. A value with commas sets a bit
// for each of its parts.
func ParseFeats(column string) Feats {
	var set Feats
	for pair := range strings.SplitSeq(column, "|") {
		name, values, ok := strings.Cut(pair, "=")
		if !ok {
			continue
		}
		for value := range strings.SplitSeq(values, ",") {
			set |= featBit(name, value)
		}
	}
	return set
}

func featBit(name, value string) Feats {
	for i, known := range featNames {
		n, v, _ := strings.Cut(known, "=")
		if n == name && v == value {
			return 1 << i
		}
	}
	return 0
}

func differing(f Feats) int { return bits.OnesCount64(uint64(f)) }
