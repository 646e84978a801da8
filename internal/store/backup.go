package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Backup writes the register as it is now to a new file. It may be in use meanwhile, by
// those who write too. The file is there when all of it is on the disk, and not before.
func (s *Store) Backup(ctx context.Context, path string) error {
	if err := s.backup(ctx, path); err != nil {
		return fmt.Errorf("store: backing up %s to %s: %w", s.path, path, explain(err))
	}
	return nil
}

func (s *Store) backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%w; name a new file, or remove that one", fs.ErrExist)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return err
	}
	part, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".part-*")
	if err != nil {
		return err
	}
	defer os.Remove(part.Name())
	if err := part.Close(); err != nil {
		return err
	}
	q, err := newSession(ctx, s.reading)
	if err != nil {
		return err
	}
	if err := errors.Join(q.exec(ctx, "VACUUM INTO ?", part.Name()), q.close()); err != nil {
		return err
	}
	if err := flush(part.Name()); err != nil {
		return err
	}
	// A link fails where a rename would replace what came there meanwhile; not every
	// file system has them.
	if err := os.Link(part.Name(), path); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return err
		}
		if err := os.Rename(part.Name(), path); err != nil {
			return err
		}
	}
	return syncFolder(filepath.Dir(path))
}

// flush has a file written to the disk.
func flush(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
