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
	twins map[int32]twin
	// shorts are the entries of forms that count only beside others, shortWords the
	// words that they end with.
	shorts     map[int32]short
	shortWords []int32
	twinWords  []int32
	entries    []*language.Entry
	caps       []capital
	// usages respell names of other languages as English does.
	usages []*strings.Replacer
	states *phrase.Matcher
	// passing finds the words that say that an office is or was held for a
	// time; they may stand inside its form as a state's adjective does.
	passing *phrase.Matcher
	all     *phrase.Matcher
	topics  *phrase.Matcher
	// seats has again the seats of governments.
	seats *phrase.Matcher
	// grammar has again those words of the grammar that are asked for token by
	// token.
	grammar *phrase.Matcher
	// buffers are those that no document needs now.
	buffers sync.Pool

	that, relative, subordinate, and, negations                                                   text.Set
	anymore, auxiliaries, verbal, prepositions, future, conditional, passive, perfect, possessive text.Set
	articles, indefinite                                                                          text.Set
	before, after, documents, media, unreal, firsts, claims                                       text.Set
	// tenses holds what forms of verbs are that show their tense by themselves.
	tenses map[string]syntax.Feats
	// as opens clauses that tell whose words those around them are.
	as text.Set
	// fixed are the names of states and their capitals that have one form for all cases.
	fixed       map[string]bool
	conjugation conjugation
	// common are the words that the pack writes without a capital.
	common text.Set
	// little are those of them that are words of the grammar, where no capital tells a name.
	little  text.Set
	openers map[string][]string
	closers text.Set
	// joined holds the words of forms of several that open a subordinate clause, by the last.
	joined map[string][][]string
	gender map[string]string
	order
	owners, theirs, where, until, meant, ones, these, such                                                                                                        text.Set
	things, utterances, staff, informants, ifs, must, reflexives, infinitive, latter, objects, except, quantities, sites, buildings, heads, done, members, active text.Set
	endings, doubles, undergo, anybody                                                                                                                            text.Set
	particles, unsubject, quoting                                                                                                                                 text.Set
	// nameWords are the words that alone name a state, an organisation, a group or a place.
	nameWords text.Set
	// contactNouns are the words that alone are the noun of a contact.
	contactNouns text.Set
	// verbWords are the first words of the cues that are verbs, and what is left of them without
	// a particle.
	verbWords text.Set
	// eitherNumber are pronouns that may stand for one or for several.
	eitherNumber text.Set
	// officeWords are the single words that name an office.
	officeWords, postpositions, ofArticles, thereof, asTold, being, bePast, preterites, presents, purposes, goals, partners, pluralArticles, subjectArticles, limiting text.Set
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
	fnRelation     = "rel:"
	fnAdjunct      = "adjunct"
	fnEach         = "each"
	fnIncluding    = "including"
	fnNext         = "next"
	fnNamely       = "namely"
	fnSince        = "since"
	fnPrecondition = "precondition"
	fnAhead        = "ahead"
	fnFuture       = "future"
	fnPronoun1     = "pronoun"
	fnPronounN     = "pronouns"
	fnExpletive    = "expletive"
	fnCleft        = "cleft"
	fnThereof      = "thereof"
	fnAnd          = "and"
	fnAdverb       = "adverb"
)

// NewLexicon compiles a pack with the world.
func NewLexicon(p *language.Pack, w *gazetteer.World) (*Lexicon, error) {
	words := phrase.NewVocabulary(&p.Text)
	lx := &Lexicon{
		usages: p.Usages(),
		Pack:   p, World: w, vocabulary: words,
		states: phrase.New(&p.Text, words), passing: phrase.New(&p.Text, words), all: phrase.New(&p.Text, words),
		topics: phrase.New(&p.Text, words), grammar: phrase.New(&p.Text, words), seats: phrase.New(&p.Text, words),
		that: text.SetOf(p.That), relative: text.SetOf(p.Relative), subordinate: text.SetOf(p.Subordinate), and: text.SetOf(p.And),
		negations: text.SetOf(p.Negations), future: text.SetOf(p.Future), conditional: text.SetOf(p.Conditional), passive: text.SetOf(p.Passive), auxiliaries: text.SetOf(p.Auxiliaries), verbal: text.SetOf(p.Verbs), prepositions: text.SetOf(p.Prepositions), anymore: text.SetOf(p.Anymore), perfect: text.SetOf(p.Perfect), active: text.SetOf(p.Active), undergo: text.SetOf(p.Undergo), anybody: text.SetOf(p.Pronouns.Anybody),
		possessive: text.SetOf(p.Possessive), articles: text.SetOf(p.Articles), indefinite: text.SetOf(p.Indefinite), owners: text.SetOf(p.Owners),
		theirs: text.SetOf(p.Theirs), where: text.SetOf(p.Where), until: text.SetOf(p.Until), meant: text.SetOf(p.Meant), ones: text.SetOf(p.Ones), these: text.SetOf(p.These), such: text.SetOf(p.Such), things: text.SetOf(p.Pronouns.Things), reflexives: text.SetOf(p.Pronouns.Reflexives),
		latter: text.SetOf(p.Pronouns.Latter), utterances: text.SetOf(p.Utterances), staff: text.SetOf(p.Staff), informants: text.SetOf(p.Informants), ifs: text.SetOf(p.If), must: text.SetOf(p.Must), objects: text.SetOf(p.Pronouns.Objects), except: text.SetOf(p.Except), quantities: text.SetOf(p.Quantities), sites: text.SetOf(p.Sites), buildings: text.SetOf(p.Buildings), heads: text.SetOf(p.Heads), members: text.SetOf(p.Members), done: text.SetOf(p.Done),
		particles: text.SetOf(p.Particles), unsubject: text.SetOf(p.Unsubject), quoting: text.SetOf(p.Quoting), nameWords: text.SetOf(nil), contactNouns: text.SetOf(nil), verbWords: text.SetOf(nil), officeWords: text.SetOf(nil), postpositions: text.SetOf(p.Postpositions), ofArticles: text.SetOf(p.OfArticles), thereof: text.SetOf(p.Thereof), asTold: text.SetOf(p.AsTold), being: text.SetOf(p.Being), bePast: text.SetOf(p.BePast), preterites: text.SetOf(p.Preterites), presents: text.SetOf(p.Presents), purposes: text.SetOf(p.Purposes), goals: text.SetOf(p.Goals), partners: text.SetOf(slices.Concat(p.Relations[language.With], p.Relations[language.Between])),
		pluralArticles: text.SetOf(p.Numberless.Articles), subjectArticles: text.SetOf(p.SubjectArticles), limiting: text.SetOf(p.Limiting),
		eitherNumber: inBoth(p.Pronouns.Singular, p.Pronouns.Plural),
		infinitive:   text.SetOf(p.Infinitive), unreal: text.SetOf(p.Unreal), firsts: text.SetOf(p.Firsts), claims: text.SetOf(p.Claims), documents: text.SetOf(p.Documents), media: text.SetOf(p.Media), common: text.SetOf(nil), little: text.SetOf(nil),
		before: text.SetOf(p.Clitics.Before), after: text.SetOf(p.Clitics.After), endings: text.SetOf(p.Clitics.Endings), doubles: text.SetOf(p.Doubles), openers: map[string][]string{}, closers: text.SetOf(nil), joined: map[string][][]string{},
		gender: map[string]string{}, conjugation: conjugationOf(&p.Conjugated),
	}
	for _, form := range p.Subordinate {
		if words := strings.Fields(text.Fold(form)); len(words) > 1 {
			last := words[len(words)-1]
			lx.joined[last] = append(lx.joined[last], words)
		}
	}
	lx.as, lx.tenses, lx.fixed = text.SetOf(p.As), map[string]syntax.Feats{}, map[string]bool{}
	for tense, forms := range p.Tenses {
		for _, form := range forms {
			lx.tenses[text.Fold(form)] = tenseFeatures[tense]
		}
	}
	for g, forms := range p.Genders {
		for _, f := range forms {
			lx.gender[text.Fold(f)] = g
		}
	}
	for _, q := range p.Quotes {
		lx.openers[q[0]] = append(lx.openers[q[0]], q[1])
		lx.closers.Add(q[1])
	}
	lx.fillOrder()
	if err := lx.fill(); err != nil {
		return nil, fmt.Errorf("annotate: compiling the pack %s: %w", p.Code, err)
	}
	return lx, nil
}

// IsThat reports whether a folded word introduces reported speech.
func (lx *Lexicon) IsThat(form string) bool { return lx.that.Has(form) }

// IsRelative reports whether a folded word is a relative pronoun.
func (lx *Lexicon) IsRelative(form string) bool { return lx.relative.Has(form) }

// EndsSubordinate reports whether a folded word ends a form of several words that opens
// a subordinate clause.
func (lx *Lexicon) EndsSubordinate(form string) bool { return len(lx.joined[form]) > 0 }

// IsSubordinate reports whether a folded word opens a subordinate clause.
func (lx *Lexicon) IsSubordinate(form string) bool { return lx.subordinate.Has(form) }

// IsArticle reports whether a folded word is an article or a possessive.
func (lx *Lexicon) IsArticle(form string) bool { return lx.articles.Has(form) }

// IsPostposition reports whether a folded word may stand behind what it governs.
func (lx *Lexicon) IsPostposition(form string) bool { return lx.postpositions.Has(form) }

// IsAsTold reports whether a folded word opens a clause which only says who tells what stands
// beside it.
func (lx *Lexicon) IsAsTold(form string) bool { return lx.asTold.Has(form) }

// IsNegation reports whether a folded word negates.
func (lx *Lexicon) IsNegation(form string) bool { return lx.negations.Has(form) }

// IsPossessive reports whether a folded word marks what stands before it as
// the owner of what follows.
func (lx *Lexicon) IsPossessive(form string) bool { return lx.possessive.Has(form) }

// IsDone reports whether a folded word before a verb makes it tell what was over by then.
func (lx *Lexicon) IsDone(form string) bool { return lx.done.Has(form) }

// IsDefinite reports whether a folded word makes a noun refer back.
func (lx *Lexicon) IsDefinite(form string) bool {
	return lx.articles.Has(form) && !lx.indefinite.Has(form)
}

// IsObject reports whether a folded word stands in front of a verb for its
// object.
func (lx *Lexicon) IsObject(form string) bool { return lx.objects.Has(form) }

// IsReflexive reports whether a folded word turns a verb on its subject.
func (lx *Lexicon) IsReflexive(form string) bool { return lx.reflexives.Has(form) }

// IsQuantity reports whether a folded word only counts those behind its "of".
func (lx *Lexicon) IsQuantity(form string) bool { return lx.quantities.Has(form) }

// ThereofAt returns where words end that start at token i and stand for the sentence before,
// 0 when none do.
func (lx *Lexicon) ThereofAt(toks []text.Token, i, last int) int {
	end := 0
	var buf [8]phrase.Match
	for _, m := range lx.grammar.Find(buf[:0], toks, i, last, nil) {
		if lx.entries[m.ID].ID == fnThereof {
			end = max(end, m.Last)
		}
	}
	return end
}

// IsAs reports whether a folded word opens a clause that tells whose words those around it are.
func (lx *Lexicon) IsAs(form string) bool { return lx.as.Has(form) }

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

// SinceAt reports whether words that say how long something has not happened start at
// token i.
func (lx *Lexicon) SinceAt(toks []text.Token, i, last int) bool {
	return lx.functionAt(fnSince, toks, i, last)
}

// PreconditionOver reports whether words that open a clause which has to come true first start
// at token i and reach beyond another.
func (lx *Lexicon) PreconditionOver(toks []text.Token, i, tok, last int) bool {
	return lx.functionOver(fnPrecondition, toks, i, tok, last)
}

// AheadOver reports whether words that open a clause which tells what comes after the main
// one start at token i and reach beyond another.
func (lx *Lexicon) AheadOver(toks []text.Token, i, tok, last int) bool {
	return lx.functionOver(fnAhead, toks, i, tok, last)
}

// NamelyAt reports whether words that name those told of before start at token i.
func (lx *Lexicon) NamelyAt(toks []text.Token, i, last int) bool {
	return lx.functionAt(fnNamely, toks, i, last)
}

// IncludingAt reports whether words that go on to some of what was named before
// ("such as", "notamment") start at token i.
func (lx *Lexicon) IncludingAt(toks []text.Token, i, last int) bool {
	return lx.functionAt(fnIncluding, toks, i, last)
}

// ExpletiveAt reports whether words in which the pronoun at token i stands for nobody reach
// beyond another token ("il y a", "it is unclear").
func (lx *Lexicon) ExpletiveAt(toks []text.Token, i, tok, last int) bool {
	return lx.functionOver(fnExpletive, toks, i, tok, last)
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

// NamesOrganisation reports whether an organisation is named among the tokens [first, last).
func (lx *Lexicon) NamesOrganisation(id string, toks []text.Token, first, last int) bool {
	var buf [8]phrase.Match
	named := func(m phrase.Match) bool {
		e := lx.entries[m.ID]
		return (e.Kind == language.OrgName || e.Kind == language.OrgAdjective) && e.ID == id
	}
	for i := first; i < last; i++ {
		if slices.ContainsFunc(lx.all.Find(buf[:0], toks, i, last, nil), named) || slices.ContainsFunc(lx.states.Find(buf[:0], toks, i, last, nil), named) {
			return true
		}
	}
	return false
}
