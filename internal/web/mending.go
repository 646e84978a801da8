package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/mend"
	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/record"
)

// mending routes the forms by which editors mend entries.
func (s *Server) mending() {
	s.mux.HandleFunc("POST /contacts/{id}/corrections", s.editing("correct", s.correct))
	s.mux.HandleFunc("POST /corrections", s.editing("correct", s.correct)) // to undo one
}

// editing lets editors alone do something.
func (s *Server) editing(action string, do http.HandlerFunc) http.HandlerFunc {
	return s.need(access.Editor, action, do)
}

// need lets those alone do something who have a role, and notes in the audit log who else
// tried.
func (s *Server) need(role access.Role, action string, do http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := access.Need(r.Context(), role); err != nil {
			s.audit(r.Context(), access.Event{Action: action, Outcome: "refused", Detail: err.Error()})
			s.fail(w, r, s.wanted(r), err)
			return
		}
		do(w, r)
	}
}

// correct makes the correction that a form asks for, and leads back to the entry.
func (s *Server) correct(w http.ResponseWriter, r *http.Request) {
	if !s.form(w, r, mostForm) {
		return
	}
	c, err := s.correction(r)
	if err == nil {
		err = s.changed(r.Context(), access.Event{Action: "correct", Detail: mend.Told(c)}, func() error {
			_, err := s.Register.Correct(r.Context(), c)
			return err
		})
	}
	if err != nil {
		s.fail(w, r, s.wanted(r), err)
		return
	}
	back := "/corrections"
	if id := r.PathValue("id"); id != "" {
		back = "/contacts/" + url.PathEscape(id)
	}
	http.Redirect(w, r, back, http.StatusSeeOther)
}

// correction is what the form asks for: action, reason, and by the action field and value,
// entry (the other one to merge with), contact (again and again, "document|contact", those
// to be split off), or undoes.
func (s *Server) correction(r *http.Request) (record.Correction, error) {
	form := r.PostForm
	c, err := s.asked(r, form)
	if err != nil {
		return c, err
	}
	c.Author, c.Reason = access.From(r.Context()).Name, strings.TrimSpace(form.Get("reason"))
	if c.Reason == "" {
		return c, fmt.Errorf("%w: a correction needs a reason", parley.ErrCorrection)
	}
	return c, nil
}

func (s *Server) asked(r *http.Request, form url.Values) (record.Correction, error) {
	action := form.Get("action")
	if action == "undo" {
		n, err := strconv.ParseInt(form.Get("undoes"), 10, 64)
		if err != nil || n < 1 {
			return record.Correction{}, fmt.Errorf("%w: %q is no number of a correction", parley.ErrCorrection, form.Get("undoes"))
		}
		return record.Correction{Action: action, Undoes: n}, nil
	}
	e, err := s.entry(r, r.PathValue("id"))
	if err != nil {
		return record.Correction{}, err
	}
	switch action {
	case "confirm", "reject":
		return mend.Judge(action, e), nil
	case "merge":
		id := strings.TrimSpace(form.Get("entry"))
		id = id[strings.LastIndexByte(id, '/')+1:] // the address of an entry does too
		other, err := s.entry(r, id)
		if err != nil {
			return record.Correction{}, err
		}
		return mend.Merge([]*record.Entry{e, other}, []string{e.ID, id})
	case "split":
		return mend.Split(e, func(m record.Member) bool { return slices.Contains(form["contact"], m.Document+"|"+m.Contact) })
	case "set":
		field := form.Get("field")
		if !slices.Contains(record.Settable, field) {
			return record.Correction{}, fmt.Errorf("%w: %q is no field that can be set; there are %s", parley.ErrCorrection, field, strings.Join(record.Settable, ", "))
		}
		return mend.Set(e, field, strings.TrimSpace(form.Get("value")), s.views.Party, s.World.ActorName)
	}
	return record.Correction{}, fmt.Errorf("%w: there is no action %q; there are %s", parley.ErrCorrection, action, strings.Join(record.Actions, ", "))
}

// entry is the entry with an id. The error is parley.ErrNotFound where it is none any more.
func (s *Server) entry(r *http.Request, id string) (*record.Entry, error) {
	found, err := s.Register.Entry(r.Context(), id)
	if err == nil && found.Entry == nil {
		err = fmt.Errorf("%w: entry %s is none any more; its contacts went to %s", parley.ErrNotFound, id, strings.Join(found.Successors, ", "))
	}
	return found.Entry, err
}
