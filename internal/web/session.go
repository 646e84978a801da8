package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/internal/web/lang"
)

// mostForm is how many bytes a form may have that holds no text to be read.
const mostForm = 64 << 10

// session routes signing in and out, and how a reader wants pages to look.
func (s *Server) session() {
	s.mux.HandleFunc("GET /sign-in", s.signInPage)
	s.mux.HandleFunc("POST /sign-in", s.signIn)
	s.mux.HandleFunc("POST /sign-out", s.signOut)
	s.mux.HandleFunc("POST /look", s.look)
}

// signInView is what the page for signing in shows.
type signInView struct {
	Back  string
	Wrong bool
}

// signInPage shows the form. The link that parley serve prints carries a key that signs
// in once, and leads away from itself, so that it does not stay in the address.
func (s *Server) signInPage(w http.ResponseWriter, r *http.Request) {
	back := within(r.URL.Query().Get("back"))
	if key := r.URL.Query().Get("key"); key != "" {
		s.begin(w, r, key, back)
		return
	}
	s.show(w, r, http.StatusOK, "sign-in", signInView{Back: back})
}

func (s *Server) signIn(w http.ResponseWriter, r *http.Request) {
	if !s.form(w, r, mostForm) {
		return
	}
	s.begin(w, r, strings.TrimSpace(r.PostForm.Get("token")), within(r.PostForm.Get("back")))
}

// begin begins a session by a token or a key. Whatever session the browser had ends: what
// somebody put into it before cannot be what is signed in.
func (s *Server) begin(w http.ResponseWriter, r *http.Request, secret, back string) {
	remote := household(s.remote(r))
	if wait, ok := s.guesses.Allow(remote, 0); !ok {
		s.tooMany(w, r, wait)
		return
	}
	session, who, err := s.Access.SignIn(r.Context(), secret, access.Cookie(r, s.Secure))
	if errors.Is(err, access.ErrToken) {
		s.guesses.Allow(remote, 1)
		s.audit(r.Context(), access.Event{Action: "sign-in", Outcome: "refused", Detail: err.Error()})
		s.show(w, r, http.StatusUnauthorized, "sign-in", signInView{Back: back, Wrong: true})
		return
	}
	if err == nil {
		err = s.record(access.With(r.Context(), who), access.Event{Action: "sign-in", Outcome: "done"})
	}
	if err != nil {
		s.fail(w, r, s.wanted(r), err)
		return
	}
	access.SetCookie(w, session, s.Secure)
	http.Redirect(w, r, back, http.StatusSeeOther)
}

func (s *Server) signOut(w http.ResponseWriter, r *http.Request) {
	if err := s.Access.SignOut(r.Context(), access.Cookie(r, s.Secure)); err != nil {
		s.fail(w, r, s.wanted(r), err)
		return
	}
	if access.From(r.Context()).Name != "" {
		s.audit(r.Context(), access.Event{Action: "sign-out", Outcome: "done"})
	}
	access.ClearCookie(w, s.Secure)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// The cookies for how pages look. They say nothing of who looks.
const (
	langCookie  = "parley-lang"
	themeCookie = "parley-theme"
)

var themes = []string{"", "light", "dark"}

func (s *Server) look(w http.ResponseWriter, r *http.Request) {
	if !s.form(w, r, mostForm) {
		return
	}
	for name, value := range map[string]string{langCookie: r.PostForm.Get("lang"), themeCookie: r.PostForm.Get("theme")} {
		if name == langCookie && lang.Of(value) == nil || name == themeCookie && !slices.Contains(themes, value) {
			continue
		}
		http.SetCookie(w, &http.Cookie{
			Name: name, Value: value, Path: "/", MaxAge: int((365 * 24 * time.Hour).Seconds()),
			HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteLaxMode,
		})
	}
	http.Redirect(w, r, within(r.PostForm.Get("back")), http.StatusSeeOther)
}

// form reads a form of at most so many bytes; it answers itself when there is none.
func (s *Server) form(w http.ResponseWriter, r *http.Request, most int64) bool {
	r.Body = http.MaxBytesReader(w, r.Body, most)
	err := r.ParseForm()
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		s.refuse(w, r, http.StatusRequestEntityTooLarge, "the form is too long")
	case err != nil:
		s.refuse(w, r, http.StatusBadRequest, "the form cannot be read")
	}
	return err == nil
}

// within is an address of this server to go back to; that of any other is none.
func within(back string) string {
	u, err := url.Parse(back)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil || !strings.HasPrefix(u.Path, "/") ||
		strings.HasPrefix(u.Path, "//") || strings.ContainsAny(back, "\\\r\n\t") {
		return "/"
	}
	return back
}
