// Package wikidata takes persons and their terms of office out of Wikidata's JSON.
//
//	entities := as Wikidata exports them: an array, one per line, or {"entities": ...}
//	posts    := which item is which office of which state
//	add      := wikidata.Read(entities, posts, world)     // nothing the world has already
//	add.WriteTo(folder)                                   // persons, spellings, holders
//
// The data model is that of https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON.
// Properties used: P21 sex or gender, P27 country of citizenship, P39 position held, with
// its qualifiers P580 start time and P582 end time; of positions P1001 applies to
// jurisdiction, P17 country, P31 instance of, P279 subclass of; of states P298 ISO 3166-1
// alpha-3 code.
package wikidata
