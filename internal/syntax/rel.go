package syntax

import "strings"

// Rel is the relation of a word to its head.
type Rel uint8

// The relations told apart. Dep is every other one.
const (
	Dep Rel = iota
	Root
	Nsubj
	NsubjPass
	Obj
	Obl
	OblAgent
	Nmod
	Appos
	Conj
	CC
	Case
	AclRelcl
	Ccomp
	Xcomp
	Parataxis
	AuxRel
	Advmod

	relCount = int(Advmod) + 1
)

var relNames = [relCount]string{
	"dep", "root", "nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod",
	"appos", "conj", "cc", "case", "acl:relcl", "ccomp", "xcomp", "parataxis",
	"aux", "advmod",
}

// String returns the treebanks' name of the relation.
func (r Rel) String() string {
	if int(r) < len(relNames) {
		return relNames[r]
	}
	return "?"
}

// Subject reports whether the relation is that of a subject, active or
// passive.
func (r Rel) Subject() bool { return r == Nsubj || r == NsubjPass }

// ParseRel maps a treebank's relation to the nearest one told apart: itself,
// else what stands before its colon, else Dep.
func ParseRel(name string) Rel {
	base, _, _ := strings.Cut(name, ":")
	best := Dep
	for i, n := range relNames {
		if n == name {
			return Rel(i)
		}
		if n == base {
			best = Rel(i)
		}
	}
	return best
}
