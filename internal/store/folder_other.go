//go:build !unix

package store

// syncFolder has nothing to do where the file system writes names by itself.
func syncFolder(string) error { return nil }

// protected leaves it to SQLite to find out whether a file may be written to.
func protected(string) bool { return false }
