package web

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"strings"
)

// answered is an answer that was made, to be sent to whoever asks the same.
type answered struct {
	header http.Header
	body   []byte
}

// once answers what depends on nothing but the register, the address and who looks. The same
// question of a register that has not changed has the same answer: it is made once, by the
// first of those who ask at the same time, kept, and not sent to who has it already.
func (s *Server) once(w http.ResponseWriter, r *http.Request, want wanted, make func(*http.Request) (*answered, error)) {
	revision, err := s.Register.Revision(r.Context())
	if err != nil {
		s.fail(w, r, want, err)
		return
	}
	tag := s.etag(revision, want)
	h := w.Header()
	h.Set("Cache-Control", "private, no-cache")
	h.Set("Vary", "Accept-Language, Cookie, Authorization")
	if has(r.Header.Get("If-None-Match"), tag) {
		s.meters.kept.WithLabelValues("same").Inc()
		h.Set("ETag", tag)
		w.WriteHeader(http.StatusNotModified)
		return
	}
	a, ok := s.kept.get(tag)
	if ok {
		s.meters.kept.WithLabelValues("hit").Inc()
	} else {
		s.meters.kept.WithLabelValues("miss").Inc()
		made, err, _ := s.making.Do(tag, func() (any, error) {
			// Who asked first may go away; the others still want it.
			ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), mostTime)
			defer cancel()
			a, err := make(r.WithContext(ctx))
			if err != nil {
				return nil, err
			}
			if now, err := s.Register.Revision(ctx); err != nil || now != revision {
				return a, err // something was written meanwhile: the tag would name two answers
			}
			a.header.Set("ETag", tag)
			s.kept.put(tag, a)
			return a, nil
		})
		if err != nil {
			s.fail(w, r, want, err)
			return
		}
		a = made.(*answered)
	}
	for name, values := range a.header {
		h[name] = values
	}
	s.send(w, r, a.body)
}

// etag is a strong ETag: everything that an answer depends on goes into it, the program too,
// for which the time of its start stands.
func (s *Server) etag(revision int64, want wanted) string {
	l := want.look
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", []any{s.began.UnixNano(), revision, want.json, l.Path, l.Params, l.Lang, l.Theme, l.User, l.Edits, l.Governs, l.Today}))
	return `"` + base64.RawURLEncoding.EncodeToString(sum[:15]) + `"`
}

// has reports whether an If-None-Match header names a tag.
func has(header, tag string) bool {
	for one := range strings.SplitSeq(header, ",") {
		if one = strings.TrimPrefix(strings.TrimSpace(one), "W/"); one == tag {
			return true
		}
	}
	return false
}
