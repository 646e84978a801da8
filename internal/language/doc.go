// Package language reads the language packs: what a language calls things,
// and the frames by which its cues take their arguments.
//
//	packs := Load(files)          // one folder per language, found by walking
//	pack.Entries                  // every form with its meaning, with file and line
//	pack.Frames["meet"]           // {subject: party, object: party, with: party}
//	pack.Relations["avec"]        // with
//
// A pack is inert: it holds no code. What a grammar needs beyond words is a
// closed, named kind that a pack chooses (text.Apostrophe, Relation, Slot,
// Sense). Packs are read strictly: an unknown key, a form with two meanings in
// one slot or a dangling name is an error with file, line and column.
package language
