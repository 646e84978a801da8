// Package dates finds the days, periods, hours, ages and durations that a text
// names, and turns them into intervals of days. The wording lives in a
// language's dates.yaml; the kinds of wording and their arithmetic live here.
//
//	grammar := Load("packs/fr/dates.yaml", data)     // strict: file:line:col on any doubt
//	    words  → lexicon: months, weekdays, numbers, units, ...
//	    forms  → one tree of words and slots, indexed by first word
//
//	for each token the lexicon knows:
//	    match   := longest path through the tree      // "vendredi 4 avril", "il y a trois jours"
//	    mention := match against the publication day  // zero interval when nothing supports one
//	join a time of day to the day beside it
//
//	Resolve(mention, published, future)   // the verb decides where "Friday" looks
//	Anchor(mention, day)                  // "the day before", once its day is known
//	Dateline(text, tokens)                // a full date at the head, with its year
//
// A form is words, {slots}, (optional parts), [required parts] and | between
// alternatives. A rule of kind "not" takes its words out of play.
package dates
