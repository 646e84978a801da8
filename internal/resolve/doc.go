// Package resolve binds what the extractor found to the world, and forms the
// contacts and statements of a document.
//
//	for each sentence, in order:
//	    bind its actors: names, offices to their holders, "his counterpart",
//	        pronouns, "the two leaders" to the contact in focus
//	    for each candidate: its parties; the contact it is a mention of, or a new one
//	    for each speech: its speaker; the contacts it reports
//	for each contact: one kind, status, date, place, initiator from all mentions,
//	    topics and third countries from their clauses, accounts by source
//	divergences: fields on which accounts of two sides differ
//
// Contacts are decided once per document, with all mentions at hand.
package resolve
