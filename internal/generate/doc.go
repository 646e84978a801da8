// Package generate makes up documents for benchmarks and tests: news of contacts that
// never took place between those who held the offices on the day.
//
//	g, err := generate.New(1, world, generate.Options{})
//	doc, truth := g.Next()                   // in the order of publication, without end
//	reading := generate.Reading(doc, truth)  // what a faultless reader would make of it
//
// Days pass; each begins a fixed number of stories, so that how many there are of one day
// does not depend on how many documents are taken. A story is one contact: who, how, where,
// when, what becomes of it. It is told by one to forty documents, before and after, in
// several languages, each with other details. The same seed and options give the same
// documents.
//
// How a language says all this is data (data/<language>.yaml, data/<language>.tsv). The
// sentences are made up and are no news: never pass them on as such.
package generate
