package store

import "github.com/parley-news/parley/internal/merge"

// memory is what is kept in the process of what the register holds, so long as nobody
// else writes to it.
type memory struct {
	version  int64 // PRAGMA data_version, which others that write count up
	mentions *cache[int64, *mention]
	contacts *cache[string, int64] // to mentions
	parts    *cache[int64, []merge.Part]
	terms    *cache[term, int64]
	names    *cache[named, struct{}]
	rules    *rules
}

// How much is kept, up to twice: 150 MB at most.
const (
	keptMentions = 50_000
	keptReadings = 4_000
	keptTerms    = 50_000
)

func newMemory() memory {
	return memory{
		version:  -1,
		mentions: newCache[int64, *mention](keptMentions),
		contacts: newCache[string, int64](keptMentions),
		parts:    newCache[int64, []merge.Part](keptReadings),
		terms:    newCache[term, int64](keptTerms),
		names:    newCache[named, struct{}](keptTerms),
	}
}
