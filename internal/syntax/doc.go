// Package syntax says of each word of a sentence what part of speech it is,
// which features and which lemma it has, and, when asked, on which other word
// it hangs and how. It learns this from treebanks; one model serves one
// language.
//
// Analyse, in short:
//
//	judge how the sentence uses capitals           (normal.go)
//	for each word:
//	    plain letters, hashes of form and affixes   (word.go)
//	    look the form up in the lexicon             (lexicon.go)
//	from left to right, for each word:
//	    if the lexicon knows one tag only: take it
//	    else: collect features                      (tagger.go)
//	          add their weights                     (sums.go, table.go)
//	          take the joint tag whose parts score best
//	a lemma, when asked for:                        (lemma.go)
//	    the rule for the whole form, else for the longest ending known
//
// Parse, in short:
//
//	until every word has a head:                    (parse.go)
//	    collect features of stack and queue         (parsefeatures.go)
//	    do the open move that scores best:          (moves.go)
//	    shift, left or right
//	for each word: the relation that scores best    (label.go)
//
// Train, in short:
//
//	read treebanks, strictly                        (conllu.go)
//	mark passive participles alike in all of them   (passive.go)
//	join what a tokenizer does not split            (surface.go)
//	collect joint tags and the lexicon
//	respell some sentences as headlines do          (augment.go)
//	tagger: several averaged perceptrons, summed    (tagtrain.go, learner.go)
//	lemmas: rules from the general to the particular (lemmatrain.go)
//	tag each fifth of the sentences by a tagger of the other four
//	parser: follow its own ways, learn the best move from there
//	    (parsetrain.go, oracle.go)
//	labels: on the gold trees
//	keep the largest weights, in eight bits         (prune.go)
//
// Everything random comes from one seed, everything that comes out of a map is
// sorted: the same treebanks give the same bytes.
package syntax
