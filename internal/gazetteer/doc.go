// Package gazetteer is what Parley knows of the world: states, organisations,
// institutions, places, outlets, and persons with the offices they held.
//
//	world   := Load(files)                      // strict: no dangling name
//	holders := world.Holders("FRA", "foreign-minister", day)
//	matches := world.Lookup([]string{"Sergueï", "Lavrov"})
//
// A World is read-only and safe for concurrent use.
package gazetteer
