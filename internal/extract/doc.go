// Package extract reads contacts and statements off annotated sentences. What
// it finds still refers as the text does: "he", "his counterpart", "Friday".
//
//	for each contact cue of a sentence:
//	    verb: subject, object and complements by the cue's frame
//	    noun: between/with/of/possessor/adjective, then the verb that carries it
//	    step  := modals, predicates, negation, tense
//	    date, place, duration, initiator := beside the cue, in its clause
//	for each speech cue: speaker, content, act, chain of sources
package extract
