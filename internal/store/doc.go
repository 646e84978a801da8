// Package store keeps a register in one SQLite file.
//
//	s, err := store.Open(ctx, "register.parley", store.Options{})
//	result, err := s.Add(ctx, readings)   // one transaction; on return it is on the disk
//	for entry, err := range s.Entries(ctx, store.Filter{Parties: []string{"FRA"}}) { ... }
//
// Everything it hands out is a function of the readings and the corrections in it:
// the same set gives the same answers, in whatever order it came.
package store
