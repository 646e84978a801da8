package syntax

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Figures are what a model gets right on sentences it was not trained on, all
// in percent but the counts.
type Figures struct {
	Sentences, Words int
	Tag              float64 // words with the right part of speech
	FeatsF1          float64 // features of all kinds, counted one by one
	VerbalF1         float64 // tense, mood, verb form, voice, polarity and case only
	Lemma            float64 // words with the right lemma, case aside
	UAS              float64 // words other than punctuation with the right head
	SubjectF1        float64 // pairs of subject and head
}

// verbal are the features that tell the status of an event: all but number,
// person and relative pronouns.
const verbal = Tenses | Moods | VerbForms | Passive | Negative | Cases

// score counts for a balance of precision and recall.
type score struct{ right, found, wanted int }

func (s score) f1() float64 {
	if s.found+s.wanted == 0 {
		return 100
	}
	return 200 * float64(s.right) / float64(s.found+s.wanted)
}

func (s *score) addFeats(found, wanted Feats) {
	s.right += differing(found & wanted)
	s.found += differing(found)
	s.wanted += differing(wanted)
}

// Measure analyses the surface of treebank sentences and compares.
func Measure(m *Model, sentences []Sentence) Figures {
	var tags, lemmas, heads score
	var feats, verbs, subjects score
	var a Analysis
	var t Tree
	f := Figures{Sentences: len(sentences)}
	for _, s := range sentences {
		s = s.Surface()
		words := make([]string, len(s.Words))
		for i, w := range s.Words {
			words[i] = w.Form
		}
		m.Analyse(words, &a)
		m.Parse(a.AppendTagged(nil), &t)
		for i, w := range s.Words {
			f.Words++
			tags.count(a.Tag[i] == w.Tag)
			feats.addFeats(a.Feats[i], w.Feats)
			verbs.addFeats(a.Feats[i]&verbal, w.Feats&verbal)
			if w.Lemma != "_" {
				gold := string(m.letters.appendPlain(nil, w.Lemma))
				lemmas.count(strings.EqualFold(a.Lemma(i), gold))
			}
			if w.Tag != Punct {
				heads.count(t.Head[i] == w.Head)
			}
			subjects.addSubject(t.Head[i], w.Head, t.Rel(i).Subject(), w.Rel.Subject())
		}
	}
	f.Tag, f.Lemma, f.UAS = tags.f1(), lemmas.f1(), heads.f1()
	f.FeatsF1, f.VerbalF1, f.SubjectF1 = feats.f1(), verbs.f1(), subjects.f1()
	return f
}

func (s *score) count(right bool) {
	s.found++
	s.wanted++
	if right {
		s.right++
	}
}

func (s *score) addSubject(head, goldHead int, found, wanted bool) {
	if found {
		s.found++
	}
	if wanted {
		s.wanted++
	}
	if found && wanted && head == goldHead {
		s.right++
	}
}

// Print writes the figures as lines of name and value.
func (f Figures) Print(w io.Writer) error {
	_, err := fmt.Fprintf(w, "sentences   %d\nwords       %d\ntags        %.2f\nfeatures F1 %.2f\n"+
		"verbal F1   %.2f\nlemmas      %.2f\nheads (UAS) %.2f\nsubjects F1 %.2f\n",
		f.Sentences, f.Words, f.Tag, f.FeatsF1, f.VerbalF1, f.Lemma, f.UAS, f.SubjectF1)
	return err
}

// HoldOut parts sentences: every nth, starting with the one numbered fold, is
// for measuring, the rest for training.
func HoldOut(sentences []Sentence, n, fold int) (train, held []Sentence) {
	if n <= 0 {
		return slices.Clone(sentences), nil
	}
	for i, s := range sentences {
		if i%n == fold%n {
			held = append(held, s)
			continue
		}
		train = append(train, s)
	}
	return train, held
}
