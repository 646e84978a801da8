package static

import (
	"bytes"
	"net/http"
	"time"
)

// Handler answers GET and HEAD for addresses below /static/. It knows its files by their
// whole addresses and looks at no file system, so no address leads to anything else.
// Files whose address changes with their content may be kept for ever, others are asked
// for again by their ETag.
func Handler() http.Handler { return all() }

// ServeHTTP answers with a file.
func (s *set) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	f, ok := s.files[r.URL.Path]
	switch {
	case !ok:
		h.Set("Cache-Control", "no-store")
		http.Error(w, "there is no such file", http.StatusNotFound)
		return
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "files can only be read", http.StatusMethodNotAllowed)
		return
	}
	h.Set("Content-Type", f.mediaType)
	h.Set("ETag", f.tag)
	if f.lasting {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		h.Set("Cache-Control", "no-cache")
	}
	// No time of change: the ETag says all, and is the same on every machine.
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.body))
}
