package syntax

// Tag is a part of speech, one of the seventeen of Universal Dependencies.
type Tag uint8

// The parts of speech. Other is what a treebank marks X: foreign words,
// fragments, what fits nowhere else.
const (
	Other Tag = iota
	Noun
	ProperNoun
	Verb
	Aux
	Adj
	Adv
	Adp
	Det
	Pron
	Num
	CConj
	SConj
	Part
	Punct
	Sym
	Intj

	tagCount = int(Intj) + 1
)

// tagNames holds the treebanks' names in the order of the constants.
var tagNames = [tagCount]string{
	"X", "NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP", "DET", "PRON",
	"NUM", "CCONJ", "SCONJ", "PART", "PUNCT", "SYM", "INTJ",
}

// String returns the treebanks' name of the tag, such as "NOUN" or "CCONJ".
func (t Tag) String() string {
	if int(t) < len(tagNames) {
		return tagNames[t]
	}
	return "?"
}

// ParseTag returns the tag that a treebank writes as name, and whether there
// is one.
func ParseTag(name string) (Tag, bool) {
	for i, n := range tagNames {
		if n == name {
			return Tag(i), true
		}
	}
	return Other, false
}
