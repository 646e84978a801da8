//go:build unix

package store

import (
	"errors"
	"os"
)

// syncFolder has the names in a folder written to the disk.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
