package web

import (
	"context"
	"errors"
	"iter"
	"net/http"
	"net/url"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
	"github.com/parley-news/parley/internal/web/page"
	"github.com/parley-news/parley/record"
)

// newestInFeed is how many entries a feed of what is new holds.
const newestInFeed = 100

// feeds routes pages of entries in the formats of exports: the whole answer to the question,
// not a page of it, as long as the reader takes it.
func (s *Server) feeds() {
	for _, f := range export.EntryFormats() {
		s.mux.HandleFunc("GET /contacts"+ending(f), func(w http.ResponseWriter, r *http.Request) {
			q, err := s.views.Query(r.URL.Query())
			if err != nil {
				s.failed(w, r, err)
				return
			}
			if !r.URL.Query().Has("limit") {
				q.Limit = 0
				if f.Name == "atom" {
					q.Limit = newestInFeed
				}
			}
			filter := q.Filter
			filter.Limit = q.Limit
			s.export(w, r, f, "contacts", filter.Rejected, s.Register.Entries(r.Context(), filter))
		})
	}
	s.feed("/calendar.ics", "ical", "calendar", func(ctx context.Context, q parley.Filter) iter.Seq2[record.Entry, error] {
		return s.Register.Upcoming(ctx, s.views.Today(), q)
	})
	s.feed("/changes.atom", "atom", "changes", func(ctx context.Context, _ parley.Filter) iter.Seq2[record.Entry, error] {
		return func(yield func(record.Entry, error) bool) {
			for c, err := range s.Register.Changes(ctx, newestInFeed) {
				if !yield(c.Entry, err) {
					return
				}
			}
		}
	})
}

// feed routes an address that answers with entries in one format.
func (s *Server) feed(address, format, name string, entries func(context.Context, parley.Filter) iter.Seq2[record.Entry, error]) {
	s.mux.HandleFunc("GET "+address, func(w http.ResponseWriter, r *http.Request) {
		q, err := s.views.Query(r.URL.Query())
		if err == nil {
			q.Limit = 0
			var f export.Format
			if f, err = export.FormatNamed(format); err == nil {
				s.export(w, r, f, name, false, entries(r.Context(), q.Filter))
				return
			}
		}
		s.failed(w, r, err)
	})
}

// ending is what the address of a format ends in: its extension, or its name where other
// formats have the same.
func ending(f export.Format) string {
	switch f.Name {
	case "plover", "ftm", "cameo":
		return "." + f.Name
	}
	return f.Extension
}

// failed answers with an error as JSON, as programs ask for these.
func (s *Server) failed(w http.ResponseWriter, r *http.Request, err error) {
	want := s.wanted(r)
	want.json = true
	s.fail(w, r, want, err)
}

// export writes entries in a format. What goes wrong once some are on their way cuts the
// answer off, so that nobody takes a part for the whole.
func (s *Server) export(w http.ResponseWriter, r *http.Request, f export.Format, name string, rejected bool, entries iter.Seq2[record.Entry, error]) {
	out, err := f.Open(w, export.EntryOptions{World: s.World, Rejected: rejected, Page: func(id string) string { return s.public(r) + "/contacts/" + url.PathEscape(id) }})
	if errors.Is(err, export.ErrNoMark) {
		err = errors.Join(parley.ErrFilter, err)
	}
	if err != nil {
		s.failed(w, r, err)
		return
	}
	h := w.Header()
	begun := false
	for e, err := range entries {
		if err != nil && !begun {
			s.failed(w, r, err)
			return
		}
		if !begun {
			begin(h, f, name)
			begun = true
		}
		if err == nil {
			err = out.Write(e)
		}
		if err != nil {
			s.Log.WarnContext(r.Context(), "an export was cut off", "path", r.URL.Path, "error", err)
			panic(http.ErrAbortHandler)
		}
	}
	begin(h, f, name)
	if err := out.Close(); err != nil {
		s.Log.WarnContext(r.Context(), "an export was cut off", "path", r.URL.Path, "error", err)
		panic(http.ErrAbortHandler)
	}
}

func begin(h http.Header, f export.Format, name string) {
	media := f.MediaType
	if strings.HasPrefix(media, "text/") {
		media += "; charset=utf-8"
	}
	h.Set("Content-Type", media)
	h.Set("Cache-Control", "private, no-cache")
	if f.Name != "ical" && f.Name != "atom" { // those are read where they are, and subscribed to
		h.Set("Content-Disposition", `attachment; filename="`+name+f.Extension+`"`)
	}
}

// public is the address by which others reach the server.
func (s *Server) public(r *http.Request) string {
	switch {
	case s.PublicURL != "":
		return strings.TrimSuffix(s.PublicURL, "/")
	case s.Secure:
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// otherForms are the addresses of a page in other formats.
func otherForms(path, params string) []page.Feed {
	var out []page.Feed
	switch path {
	case "/contacts":
		for _, f := range export.EntryFormats() {
			out = append(out, page.Feed{Name: f.Name, About: f.About, Type: f.MediaType, Href: path + ending(f) + params})
		}
	case "/calendar":
		out = append(out, page.Feed{Name: "iCalendar", About: "a calendar to subscribe to", Type: "text/calendar", Href: "/calendar.ics"})
	case "/":
		out = append(out, page.Feed{Name: "Atom", About: "what is new, as a feed", Type: "application/atom+xml", Href: "/changes.atom"})
	}
	return out
}

// withoutPage are parameters without what they say of the page, as other formats take them:
// those are of all pages together.
func withoutPage(q url.Values) string {
	for _, name := range []string{"after", "limit", "order"} {
		q.Del(name)
	}
	if s := q.Encode(); s != "" {
		return "?" + s
	}
	return ""
}
