// Package annotate finds, in the sentences of one document, what the extractor
// reads: actors, places, dates, quotations and cues, with the part of speech
// and the governing preposition of each.
//
//	lexicon := NewLexicon(pack, world)        // every form of a language in one trie
//	for each sentence of a passage that is read:
//	    tags    := syntax model                // parts of speech and features
//	    units   := longest names, offices, institutions, places
//	    people  := runs of capitals: known persons, then persons by title or apposition
//	    actors  := noun phrases: office + state + name + apposition + list
//	    cues    := words that carry meaning, checked against the part of speech
//	    verbs   := verb groups with tense, mood, voice, negation
//	    dates   := date grammar
//	quotes := stretches between quotation marks, over sentences
//
// Nothing is decided here about who takes part in what.
package annotate
