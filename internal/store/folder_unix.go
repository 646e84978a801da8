//go:build unix

package store

import (
	"errors"
	"os"
	"syscall"
)

// syncFolder has the names in a folder written to the disk.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// protected reports whether this process may not write to a file. It does not open it: to
// close it again would take away the locks of whoever has it open in this process.
func protected(path string) bool {
	const write = 2
	return syscall.Access(path, write) != nil
}
