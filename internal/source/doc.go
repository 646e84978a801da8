// Package source reads documents: plain text files, JSON and JSON Lines,
// folders of them, and standard input.
//
//	for doc, err := range source.Open(ctx, paths, os.Stdin, source.Options{}) {
//		...   // either a document or an error; reading goes on after an error
//	}
//
// Nothing is loaded whole but the one document at hand. A text is kept byte for
// byte as it came: a byte order mark at its start is part of it, so that
// offsets are those of the file, and the SHA-256 is that of the file.
package source
