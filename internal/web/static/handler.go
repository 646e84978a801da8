package static

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"strconv"
	"strings"
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
	h.Set("Vary", "Accept-Encoding")
	tag, body := f.tag, f.body
	if f.packed != nil && unpacks(r.Header.Get("Accept-Encoding")) {
		h.Set("Content-Encoding", "gzip")
		tag, body = f.tag+"-gzip", f.packed
	}
	h.Set("ETag", `"`+tag+`"`)
	if f.lasting {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		h.Set("Cache-Control", "no-cache")
	}
	// No time of change: the ETag says all, and is the same on every machine.
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// pack is a file by gzip, nil where that is not smaller by a tenth at least.
func pack(body []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, err := z.Write(body)
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		panic(err) // memory takes everything
	}
	if out.Len() > len(body)*9/10 {
		return nil
	}
	return out.Bytes()
}

// unpacks reports whether an Accept-Encoding header allows gzip.
func unpacks(header string) bool {
	for one := range strings.SplitSeq(header, ",") {
		name, parameter, _ := strings.Cut(one, ";")
		if !strings.EqualFold(strings.TrimSpace(name), "gzip") {
			continue
		}
		_, quality, given := strings.Cut(parameter, "=")
		q, err := strconv.ParseFloat(strings.TrimSpace(quality), 64)
		return !given || err == nil && q > 0
	}
	return false
}
