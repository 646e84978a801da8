// Package passage cuts a document into passages, each with one role (title,
// report, comment, furniture) and one language, and says what kind of text the
// document is.
//
//	splitter := New(packs)                       // reads the packs' noise.tsv
//	result := splitter.Split(text, title, lang)  // passages cover the text in order
//
// Lines are judged by their shape, their place and what repeats around them,
// and by the phrases of noise.tsv in every pack, for a page often speaks two
// languages. A line is report until something speaks against it: what is lost
// here is lost for good.
package passage
