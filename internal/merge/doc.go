// Package merge finds which contacts of readings are one and the same, and makes
// the entry of a register out of them.
//
//	groups, err := merge.Update(index, added, removed, rules) // which contacts are one
//	entry := merge.Build(members, corrections)                // what they say together
//
// Both are functions of the set of readings and of the log of corrections: in
// whatever order documents come, the same entries come out. See docs/register.md
// for how contacts find each other.
package merge
