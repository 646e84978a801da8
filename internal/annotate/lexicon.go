package annotate

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// Lexicon is a pack compiled with the world: what the steps look words up in.
// It is read-only and safe for concurrent use.
type Lexicon struct {
	Pack  *language.Pack
	World *gazetteer.World
	Dates *dates.Grammar
	Model *syntax.Model

	vocabulary *phrase.Vocabulary
	// twins are the entries whose form another state bears too, twinWords the
	// numbers of the words that those forms begin with.
	twins     map[int32]twin
	twinWords []int32
	entries   []*language.Entry
	caps      []capital
	states    *phrase.Matcher
	// passing finds the words that say that an office is or was held for a
	// time; they may stand inside its form as a state's adjective does.
	passing *phrase.Matcher
	all     *phrase.Matcher
	topics  *phrase.Matcher
	// grammar has again those words of the grammar that are asked for token by
	// token.
	grammar *phrase.Matcher
	// buffers are those that no document needs now.
	buffers sync.Pool

	that, relative, subordinate, and, negations                                     map[string]bool
	anymore, auxiliaries, verbal, future, conditional, passive, perfect, possessive map[string]bool
	articles, indefinite                                                            map[string]bool
	before, after, documents, media, unreal, claims                                 map[string]bool
	// common are the words that the pack writes without a capital.
	common  map[string]bool
	openers map[string][]string
	closers map[string]bool
	// joined holds the words of forms of several that open a subordinate clause, by the last.
	joined                                                                                                                                                 map[string][][]string
	gender                                                                                                                                                 map[string]string
	owners, theirs, where, until, meant, ones, these, such                                                                                                 map[string]bool
	things, utterances, staff, informants, ifs, must, reflexives, infinitive, latter, objects, except, quantities, sites, buildings, done, members, active map[string]bool
}

// capital says what capitals a form needs in text to be the name it is.
type capital uint8

const (
	anyCase capital = iota
	upperCase
	allCaps
)

// functions of the grammar that are found as forms, because they may be more
// than one word.
const (
	fnRelation  = "rel:"
	fnAdjunct   = "adjunct"
	fnEach      = "each"
	fnIncluding = "including"
	fnNext      = "next"
	fnNamely    = "namely"
	fnFuture    = "future"
	fnPronoun1  = "pronoun"
	fnPronounN  = "pronouns"
	fnExpletive = "expletive"
	fnCleft     = "cleft"
	fnAnd       = "and"
	fnAdverb    = "adverb"
)

// NewLexicon compiles a pack with the world.
func NewLexicon(p *language.Pack, w *gazetteer.World) (*Lexicon, error) {
	words := &phrase.Vocabulary{}
	lx := &Lexicon{
		Pack: p, World: w, vocabulary: words,
		states: phrase.New(&p.Text, words), passing: phrase.New(&p.Text, words), all: phrase.New(&p.Text, words),
		topics: phrase.New(&p.Text, words), grammar: phrase.New(&p.Text, words),
		that: set(p.That), relative: set(p.Relative), subordinate: set(p.Subordinate), and: set(p.And),
		negations: set(p.Negations), future: set(p.Future), conditional: set(p.Conditional), passive: set(p.Passive), auxiliaries: set(p.Auxiliaries), verbal: set(p.Verbs), anymore: set(p.Anymore), perfect: set(p.Perfect), active: set(p.Active),
		possessive: set(p.Possessive), articles: set(p.Articles), indefinite: set(p.Indefinite), owners: set(p.Owners),
		theirs: set(p.Theirs), where: set(p.Where), until: set(p.Until), meant: set(p.Meant), ones: set(p.Ones), these: set(p.These), such: set(p.Such), things: set(p.Pronouns.Things), reflexives: set(p.Pronouns.Reflexives),
		latter: set(p.Pronouns.Latter), utterances: set(p.Utterances), staff: set(p.Staff), informants: set(p.Informants), ifs: set(p.If), must: set(p.Must), objects: set(p.Pronouns.Objects), except: set(p.Except), quantities: set(p.Quantities), sites: set(p.Sites), buildings: set(p.Buildings), members: set(p.Members), done: set(p.Done),
		infinitive: set(p.Infinitive), unreal: set(p.Unreal), claims: set(p.Claims), documents: set(p.Documents), media: set(p.Media), common: map[string]bool{},
		before: set(p.Clitics.Before), after: set(p.Clitics.After), openers: map[string][]string{}, closers: map[string]bool{}, joined: map[string][][]string{},
		gender: map[string]string{},
	}
	for _, form := range p.Subordinate {
		if words := strings.Fields(text.Fold(form)); len(words) > 1 {
			last := words[len(words)-1]
			lx.joined[last] = append(lx.joined[last], words)
		}
	}
	for g, forms := range p.Genders {
		for _, f := range forms {
			lx.gender[text.Fold(f)] = g
		}
	}
	for _, q := range p.Quotes {
		lx.openers[q[0]] = append(lx.openers[q[0]], q[1])
		lx.closers[q[1]] = true
	}
	if err := lx.fill(); err != nil {
		return nil, fmt.Errorf("annotate: compiling the pack %s: %w", p.Code, err)
	}
	return lx, nil
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[text.Fold(w)] = true
	}
	return m
}

// IsThat reports whether a folded word introduces reported speech.
func (lx *Lexicon) IsThat(form string) bool { return lx.that[form] }

// IsRelative reports whether a folded word is a relative pronoun.
func (lx *Lexicon) IsRelative(form string) bool { return lx.relative[form] }

// EndsSubordinate reports whether a folded word ends a form of several words that opens
// a subordinate clause.
func (lx *Lexicon) EndsSubordinate(form string) bool { return len(lx.joined[form]) > 0 }

// IsSubordinate reports whether a folded word opens a subordinate clause.
func (lx *Lexicon) IsSubordinate(form string) bool { return lx.subordinate[form] }

// IsArticle reports whether a folded word is an article or a possessive.
func (lx *Lexicon) IsArticle(form string) bool { return lx.articles[form] }

// IsNegation reports whether a folded word negates.
func (lx *Lexicon) IsNegation(form string) bool { return lx.negations[form] }

// IsPossessive reports whether a folded word marks what stands before it as
// the owner of what follows.
func (lx *Lexicon) IsPossessive(form string) bool { return lx.possessive[form] }

// IsDone reports whether a folded word before a verb makes it tell what was over by then.
func (lx *Lexicon) IsDone(form string) bool { return lx.done[form] }

// IsDefinite reports whether a folded word makes a noun refer back.
func (lx *Lexicon) IsDefinite(form string) bool { return lx.articles[form] && !lx.indefinite[form] }

// IsObject reports whether a folded word stands in front of a verb for its
// object.
func (lx *Lexicon) IsObject(form string) bool { return lx.objects[form] }

// IsReflexive reports whether a folded word turns a verb on its subject.
func (lx *Lexicon) IsReflexive(form string) bool { return lx.reflexives[form] }

// IsQuantity reports whether a folded word only counts those behind its "of".
func (lx *Lexicon) IsQuantity(form string) bool { return lx.quantities[form] }

// AdjunctAt reports whether a word of circumstance ("during", "lors") starts
// at token i.
func (lx *Lexicon) AdjunctAt(toks []text.Token, i, last int) bool {
	return lx.functionAt(fnAdjunct, toks, i, last)
}

// EachAt reports whether a word that tells of several contacts at once, one of
// each, starts at token i.
func (lx *Lexicon) EachAt(toks []text.Token, i, last int) bool {
	return lx.functionAt(fnEach, toks, i, last)
}

// EachOver reports whether such words start at token i and reach beyond another.
func (lx *Lexicon) EachOver(toks []text.Token, i, tok, last int) bool {
	return lx.functionOver(fnEach, toks, i, tok, last)
}

// NextAt reports whether a word that goes on with one more of the same ("then",
// "also") starts at token i.
func (lx *Lexicon) NextAt(toks []text.Token, i, last int) bool {
	return lx.functionAt(fnNext, toks, i, last)
}

// NamelyAt reports whether words that name those told of before start at token i.
func (lx *Lexicon) NamelyAt(toks []text.Token, i, last int) bool {
	return lx.functionAt(fnNamely, toks, i, last)
}

// ExpletiveAt reports whether the pronoun at token i stands for nobody ("il y
// a", "there is").
func (lx *Lexicon) ExpletiveAt(toks []text.Token, i, last int) bool {
	return lx.functionAt(fnExpletive, toks, i, last)
}

// CleftAt reports whether words that set one phrase of a clause apart ("it is")
// start at token i.
func (lx *Lexicon) CleftAt(toks []text.Token, i, last int) bool {
	return lx.functionAt(fnCleft, toks, i, last)
}

func (lx *Lexicon) functionAt(id string, toks []text.Token, i, last int) bool {
	return lx.functionOver(id, toks, i, i, last)
}

// functionOver reports whether words of a function start at token i and reach
// beyond another.
func (lx *Lexicon) functionOver(id string, toks []text.Token, i, tok, last int) bool {
	var buf [8]phrase.Match
	return slices.ContainsFunc(lx.grammar.Find(buf[:0], toks, i, last, nil), func(m phrase.Match) bool {
		return lx.entries[m.ID].ID == id && m.Last > tok
	})
}

// Gender returns the gender of a folded pronoun, "" when it has none.
func (lx *Lexicon) Gender(form string) string { return lx.gender[form] }

// TopicHit is a form of a topic found.
type TopicHit struct {
	First, Last int
	Entry       *language.Entry
}

// TopicsIn returns the topic forms among the tokens [first, last); of forms
// that share words the first and longest: "economic cooperation" is no
// cooperation at large.
func (lx *Lexicon) TopicsIn(toks []text.Token, first, last int) []TopicHit {
	var out []TopicHit
	var buf, names []phrase.Match
	gap := func(i int) (int, int) {
		n := 0
		names = lx.states.Find(names[:0], toks, i, last, nil)
		for _, m := range names {
			if lx.fits(m.ID, toks, m.First, m.Last) {
				n = max(n, m.Last-m.First)
			}
		}
		return n, n
	}
	for i := first; i < last; i++ {
		buf = lx.topics.Find(buf[:0], toks, i, last, gap)
		longest := 0
		for _, m := range buf {
			if lx.fits(m.ID, toks, m.First, m.Last) {
				longest = max(longest, m.Last-m.First)
			}
		}
		if n := len(out); longest == 0 || n > 0 && out[n-1].Last > i && out[n-1].First < i {
			continue
		}
		for _, m := range buf {
			if m.Last-m.First == longest && lx.fits(m.ID, toks, m.First, m.Last) {
				out = append(out, TopicHit{m.First, m.Last, lx.entries[m.ID]})
			}
		}
	}
	return out
}

// IsOwner reports whether a folded word is a possessive determiner.
func (lx *Lexicon) IsOwner(form string) bool { return lx.owners[form] }

// IsTheirs reports whether a folded determiner says that several own something.
func (lx *Lexicon) IsTheirs(form string) bool { return lx.theirs[form] }

// IsThese reports whether a folded determiner points at something told of before.
func (lx *Lexicon) IsThese(form string) bool { return lx.these[form] }

// IsSuch reports whether a folded word likens something to what was told of before.
func (lx *Lexicon) IsSuch(form string) bool { return lx.such[form] }

// IsUntil reports whether a folded word stands before the day that something is put off to.
func (lx *Lexicon) IsUntil(form string) bool { return lx.until[form] }

// IsMeant reports whether a folded word stands before the day that something is planned for.
func (lx *Lexicon) IsMeant(form string) bool { return lx.meant[form] }

// IsWhere reports whether a folded relative word stands for a place.
func (lx *Lexicon) IsWhere(form string) bool { return lx.where[form] }

// IsThing reports whether a folded pronoun stands for a state or an
// institution.
func (lx *Lexicon) IsThing(form string) bool { return lx.things[form] }

// IsUtterance reports whether a folded noun stands for what somebody issued.
func (lx *Lexicon) IsUtterance(form string) bool { return lx.utterances[form] }

// IsUnreal reports whether a word leaves open whether there will be what follows.
func (lx *Lexicon) IsUnreal(form string) bool { return lx.unreal[form] }

// IsClaim reports whether a noun stands for what is said to be so.
func (lx *Lexicon) IsClaim(form string) bool { return lx.claims[form] }

// IsInformant reports whether a noun stands for who tells something without a name.
func (lx *Lexicon) IsInformant(form string) bool { return lx.informants[form] }

// IsStaff reports whether a noun stands for those who speak in somebody's name.
func (lx *Lexicon) IsStaff(form string) bool { return lx.staff[form] }

// IsMedia reports whether a word is a noun of media ("newspaper").
func (lx *Lexicon) IsMedia(form string) bool { return lx.media[form] }

// IsIf reports whether a folded word opens a clause that asks or supposes.
func (lx *Lexicon) IsIf(form string) bool { return lx.ifs[form] }

// IsAnymore reports whether a folded word says with a negation that what was to be
// will not.
func (lx *Lexicon) IsAnymore(form string) bool { return lx.anymore[form] }

// IsMust reports whether a folded verb says what somebody has to do.
func (lx *Lexicon) IsMust(form string) bool { return lx.must[form] }

// IsIndefinite reports whether a folded word brings in something new.
func (lx *Lexicon) IsIndefinite(form string) bool { return lx.indefinite[form] }

// IsLatter reports whether a pronoun takes up who was named last ("the latter").
func (lx *Lexicon) IsLatter(words string) bool { return lx.latter[text.Fold(words)] }

var caseFeature = map[string]syntax.Feats{
	"Genitive": syntax.Genitive, "Dative": syntax.Dative, "Accusative": syntax.Accusative,
	"Instrumental": syntax.Instrumental, "Locative": syntax.Locative, "Ablative": syntax.Ablative,
}

// InCase returns the relations that the case of a word stands for.
func (lx *Lexicon) InCase(w Word) Rels {
	var out Rels
	for name, rel := range lx.Pack.Cases {
		if w.Feats.Any(caseFeature[name]) {
			out |= relBit(rel)
		}
	}
	return out
}

// oblique reports whether the ending of a noun shows a case.
func (lx *Lexicon) oblique(word string) bool {
	return slices.ContainsFunc(lx.Pack.Oblique, func(ending string) bool { return strings.HasSuffix(word, ending) })
}
