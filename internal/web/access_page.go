package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/web/access"
)

// eventsOnPage is how many lines of the audit log a page has.
const eventsOnPage = 50

// accessView is what the page of tokens and the audit log shows. It is never kept: what it
// shows is not in the register.
type accessView struct {
	Tokens []access.Token `json:"tokens"`
	// Log has the newest line first; Next is the id before which to go on, 0 at the end.
	Log  []access.Event `json:"log"`
	Next int64          `json:"next"`
	// Made is a token that was just made, and Secret what nobody is told again.
	Made   *access.Token `json:"-"`
	Secret string        `json:"-"`
	// Tomorrow is the first day on which a token may expire.
	Tomorrow string `json:"-"`
}

// governing routes what administrators see and do.
func (s *Server) governing() {
	s.mux.HandleFunc("GET /access", s.need(access.Administrator, "access", s.accessPage))
	s.mux.HandleFunc("GET /access.json", s.need(access.Administrator, "access", s.accessPage))
	s.mux.HandleFunc("POST /access/tokens", s.need(access.Administrator, "create-token", s.createToken))
	s.mux.HandleFunc("POST /access/tokens/{id}/revoke", s.need(access.Administrator, "revoke-token", s.revokeToken))
}

// accessOf is the page with the lines of the log before one by its id, 0 for all.
func (s *Server) accessOf(r *http.Request, before int64) (v accessView, err error) {
	v.Tomorrow = s.Now().AddDate(0, 0, 1).Format(time.DateOnly)
	if v.Tokens, err = s.Access.List(r.Context()); err != nil {
		return v, err
	}
	if v.Log, err = s.Access.Events(r.Context(), before, eventsOnPage+1); err != nil {
		return v, err
	}
	if len(v.Log) > eventsOnPage {
		v.Log = v.Log[:eventsOnPage]
		v.Next = v.Log[eventsOnPage-1].ID
	}
	return v, nil
}

func (s *Server) accessPage(w http.ResponseWriter, r *http.Request) {
	q, err := only(r, "before")
	var before int64
	if err == nil && q.Get("before") != "" {
		if before, err = strconv.ParseInt(q.Get("before"), 10, 64); err != nil || before < 1 {
			err = fmt.Errorf("%w: before=%s is no number of a line", parley.ErrFilter, q.Get("before"))
		}
	}
	var v accessView
	if err == nil {
		v, err = s.accessOf(r, before)
	}
	if err != nil {
		s.fail(w, r, s.wanted(r), err)
		return
	}
	if !s.wanted(r).json {
		s.show(w, r, http.StatusOK, "access", v)
		return
	}
	body, err := json.Marshal(v)
	if err != nil {
		s.fail(w, r, s.wanted(r), err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	s.send(w, r, body)
}

// createToken makes a token, and answers with the page on which its secret is shown: that
// is in no address, and no browser keeps it.
func (s *Server) createToken(w http.ResponseWriter, r *http.Request) {
	if !s.form(w, r, mostForm) {
		return
	}
	name, role := strings.TrimSpace(r.PostForm.Get("name")), access.Role(r.PostForm.Get("role"))
	var made access.Token
	var secret string
	until, err := s.lastDay(r.PostForm.Get("expires"))
	if err == nil {
		err = s.changed(r.Context(), access.Event{Action: "create-token", Detail: name + " as " + string(role)}, func() (err error) {
			secret, made, err = s.Access.Create(r.Context(), name, role, until)
			return err
		})
	}
	var v accessView
	if err == nil {
		v, err = s.accessOf(r, 0)
	}
	if err != nil {
		s.fail(w, r, s.wanted(r), err)
		return
	}
	v.Made, v.Secret = &made, secret
	s.show(w, r, http.StatusOK, "access", v)
}

// lastDay is the end of a day, nil for "".
func (s *Server) lastDay(day string) (*time.Time, error) {
	if day == "" {
		return nil, nil
	}
	t, err := time.ParseInLocation(time.DateOnly, day, s.Now().Location())
	if err != nil {
		return nil, fmt.Errorf("%w: %q is no day; write it as 2027-01-31", access.ErrAsked, day)
	}
	t = t.AddDate(0, 0, 1)
	return &t, nil
}

func (s *Server) revokeToken(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		err = fmt.Errorf("%w: %q", access.ErrNoToken, r.PathValue("id"))
	} else {
		err = s.changed(r.Context(), access.Event{Action: "revoke-token", Detail: "token " + r.PathValue("id")}, func() error {
			return s.Access.Revoke(r.Context(), id)
		})
	}
	if err != nil {
		s.fail(w, r, s.wanted(r), err)
		return
	}
	http.Redirect(w, r, "/access", http.StatusSeeOther)
}
