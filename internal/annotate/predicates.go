package annotate

import "github.com/parley-news/parley/internal/text"

// IsOwner reports whether a folded word is a possessive determiner.
func (lx *Lexicon) IsOwner(form string) bool { return lx.owners.Has(form) }

// IsTheirs reports whether a folded determiner says that several own something.
func (lx *Lexicon) IsTheirs(form string) bool { return lx.theirs.Has(form) }

// IsThese reports whether a folded determiner points at something told of before.
func (lx *Lexicon) IsThese(form string) bool { return lx.these.Has(form) }

// IsSuch reports whether a folded word likens something to what was told of before.
func (lx *Lexicon) IsSuch(form string) bool { return lx.such.Has(form) }

// IsUntil reports whether a folded word stands before the day that something is put off to.
func (lx *Lexicon) IsUntil(form string) bool { return lx.until.Has(form) }

// Has reports whether a folded word is an auxiliary that makes a past of a participle: "has".
func (lx *Lexicon) Has(form string) bool { return lx.active.Has(form) }

// IsMeant reports whether a folded word stands before the day that something is planned for.
func (lx *Lexicon) IsMeant(form string) bool { return lx.meant.Has(form) }

// IsWhere reports whether a folded relative word stands for a place.
func (lx *Lexicon) IsWhere(form string) bool { return lx.where.Has(form) }

// IsThing reports whether a folded pronoun stands for a state or an
// institution.
func (lx *Lexicon) IsThing(form string) bool { return lx.things.Has(form) }

// IsUtterance reports whether a folded noun stands for what somebody issued.
func (lx *Lexicon) IsUtterance(form string) bool { return lx.utterances.Has(form) }

// IsFirst reports whether a word says that something is the first of its kind.
func (lx *Lexicon) IsFirst(form string) bool { return lx.firsts.Has(form) }

// IsUnreal reports whether a word leaves open whether there will be what follows.
func (lx *Lexicon) IsUnreal(form string) bool { return lx.unreal.Has(form) }

// IsClaim reports whether a noun stands for what is said to be so.
func (lx *Lexicon) IsClaim(form string) bool { return lx.claims.Has(form) }

// IsInformant reports whether a noun stands for who tells something without a name.
func (lx *Lexicon) IsInformant(form string) bool { return lx.informants.Has(form) }

// IsAnybody reports whether a pronoun may mean anybody.
func (lx *Lexicon) IsAnybody(form string) bool { return lx.anybody.Has(form) }

// IsStaff reports whether a noun stands for those who speak in somebody's name.
func (lx *Lexicon) IsStaff(form string) bool { return lx.staff.Has(form) }

// IsMedia reports whether a word is a noun of media ("newspaper").
func (lx *Lexicon) IsMedia(form string) bool { return lx.media.Has(form) }

// IsIf reports whether a folded word opens a clause that asks or supposes.
func (lx *Lexicon) IsIf(form string) bool { return lx.ifs.Has(form) }

// IsAnymore reports whether a folded word says with a negation that what was to be
// will not.
func (lx *Lexicon) IsAnymore(form string) bool { return lx.anymore.Has(form) }

// IsMust reports whether a folded verb says what somebody has to do.
func (lx *Lexicon) IsMust(form string) bool { return lx.must.Has(form) }

// IsIndefinite reports whether a folded word brings in something new.
func (lx *Lexicon) IsIndefinite(form string) bool { return lx.indefinite.Has(form) }

// IsLatter reports whether a pronoun takes up who was named last ("the latter").
func (lx *Lexicon) IsLatter(words string) bool { return lx.latter.Has(text.Fold(words)) }
