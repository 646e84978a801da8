package source

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Size is how many bytes Open will read of these paths; not ok where nobody knows, as of
// standard input. What cannot be read counts nothing.
func Size(paths []string) (bytes int64, ok bool) {
	ok = len(paths) > 0
	for _, p := range paths {
		info, err := os.Stat(p)
		switch {
		case p == "-":
			ok = false
		case err != nil:
		case info.IsDir():
			bytes += folderSize(p)
		case info.Mode().IsRegular():
			bytes += info.Size()
		default: // a pipe
			ok = false
		}
	}
	return bytes, ok
}

func folderSize(root string) (bytes int64) {
	// Its errors are those that Open tells.
	_ = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil, hidden(root, p, d):
			if d != nil && d.IsDir() {
				return filepath.SkipDir
			}
		case !d.IsDir() && known(p):
			if info, err := os.Stat(p); err == nil {
				bytes += info.Size()
			}
		}
		return nil
	})
	return bytes
}

// counting tells how much is read.
type counting struct {
	io.Reader
	got func(int)
}

func (c counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if c.got != nil {
		c.got(n)
	}
	return n, err
}
