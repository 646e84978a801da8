package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/source"
	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
	"github.com/parley-news/parley/samples"
)

// mostText is how many bytes a text may have that is pasted. A form writes a byte as three
// characters at most.
const (
	mostText     = 1 << 20
	mostTextForm = 3*mostText + mostForm
)

// readings routes the reading of texts that are pasted.
func (s *Server) readings() {
	s.page("/read", "read", s.read)
	s.mux.HandleFunc("POST /read", s.readPasted)
	s.mux.HandleFunc("POST /documents", s.editing("add", s.addPasted))
	s.mux.HandleFunc("POST /samples", s.editing("add", s.addSamples))
}

func (s *Server) read(r *http.Request) (any, error) {
	q, err := only(r, "sample")
	if err != nil {
		return nil, err
	}
	return s.views.Read(r.Context(), q.Get("sample"))
}

// pasted is the page with what a form holds in it, and the document that this makes. It
// answers itself, with nil, where there is nothing that can be read.
func (s *Server) pasted(w http.ResponseWriter, r *http.Request) (*view.Read, record.Document) {
	if !s.form(w, r, mostTextForm) {
		return nil, record.Document{}
	}
	v, err := s.views.Read(r.Context(), "")
	if err != nil {
		s.fail(w, r, s.wanted(r), err)
		return nil, record.Document{}
	}
	form := r.PostForm
	// A form sends every line break as two characters.
	v.Text = strings.ReplaceAll(form.Get("text"), "\r\n", "\n")
	v.Title, v.Published, v.Language = strings.TrimSpace(form.Get("title")), strings.TrimSpace(form.Get("published")), form.Get("language")
	status := http.StatusBadRequest
	switch {
	case len(v.Text) > mostText:
		v.Wrong, status, v.Text = "too-long", http.StatusRequestEntityTooLarge, ""
	case strings.TrimSpace(v.Text) == "":
		v.Wrong = "no-text"
	case !utf8.ValidString(v.Text) || !utf8.ValidString(v.Title):
		v.Wrong, v.Text, v.Title = "no-utf8", strings.ToValidUTF8(v.Text, "�"), strings.ToValidUTF8(v.Title, "�")
	case v.Language != "" && !slices.Contains(v.Languages, v.Language):
		v.Wrong = "no-language"
	}
	if _, err := time.Parse(time.DateOnly, v.Published); v.Wrong == "" && v.Published != "" && err != nil {
		v.Wrong = "no-day"
	}
	if v.Wrong != "" {
		s.show(w, r, status, "read", v)
		return nil, record.Document{}
	}
	doc := record.Document{Text: v.Text, Title: v.Title, Language: v.Language}
	if v.Published != "" {
		doc.Published = &v.Published
	}
	return &v, doc
}

// readPasted shows what is read in a text, and keeps nothing of it.
func (s *Server) readPasted(w http.ResponseWriter, r *http.Request) {
	v, doc := s.pasted(w, r)
	if v == nil {
		return
	}
	reading, err := s.readNow(r.Context(), doc)
	if err != nil {
		s.fail(w, r, s.wanted(r), err)
		return
	}
	read := s.views.Reading(&reading)
	v.Read = &read
	s.show(w, r, http.StatusOK, "read", v)
}

// readNow reads a document, a few at a time: others wait, and are told to come back when
// that takes too long.
func (s *Server) readNow(ctx context.Context, doc record.Document) (record.Reading, error) {
	select {
	case s.reading <- struct{}{}:
		defer func() { <-s.reading }()
	case <-ctx.Done():
		return record.Reading{}, fmt.Errorf("%w: too many texts are being read", parley.ErrBusy)
	}
	reader, err := s.reader()
	if err != nil {
		return record.Reading{}, err
	}
	return reader.Read(ctx, doc)
}

// addPasted puts a text into the register, and leads to its page.
func (s *Server) addPasted(w http.ResponseWriter, r *http.Request) {
	v, doc := s.pasted(w, r)
	if v == nil {
		return
	}
	reading, err := s.readNow(r.Context(), doc) // its id is that of the document
	if err == nil {
		err = s.add(r, "a text that was pasted, "+reading.Document.ID, func(yield func(record.Document, error) bool) { yield(doc, nil) })
	}
	if err != nil {
		s.fail(w, r, s.wanted(r), err)
		return
	}
	http.Redirect(w, r, "/documents/"+url.PathEscape(reading.Document.ID), http.StatusSeeOther)
}

// addSamples puts the sample dispatches into the register.
func (s *Server) addSamples(w http.ResponseWriter, r *http.Request) {
	if !s.form(w, r, mostForm) {
		return
	}
	if err := s.add(r, "the sample dispatches", sampleDocuments(r.Context())); err != nil {
		s.fail(w, r, s.wanted(r), err)
		return
	}
	http.Redirect(w, r, within(r.PostForm.Get("back")), http.StatusSeeOther)
}

func (s *Server) add(r *http.Request, what string, docs func(func(record.Document, error) bool)) error {
	return s.changed(r.Context(), access.Event{Action: "add", Detail: what}, func() error {
		_, err := s.Register.Add(r.Context(), docs, parley.Adding{})
		return err
	})
}

// sampleDocuments are the sample dispatches that are part of the program.
func sampleDocuments(ctx context.Context) func(func(record.Document, error) bool) {
	return func(yield func(record.Document, error) bool) {
		files, err := samples.FS.ReadDir(".")
		if err != nil {
			yield(record.Document{}, err)
			return
		}
		for _, f := range files {
			file, err := samples.FS.Open(f.Name())
			if err != nil {
				yield(record.Document{}, err)
				return
			}
			goOn := true
			for doc, err := range source.Open(ctx, []string{"-"}, file, source.Options{}) {
				if goOn = yield(doc, err); !goOn {
					break
				}
			}
			if err := errors.Join(file.Close(), ctx.Err()); err != nil || !goOn {
				return
			}
		}
	}
}
