package access

import (
	"errors"
	"net/http"
	"strings"
)

// The cookie of sessions. With https its name makes the browser refuse one that was not
// set by this host, over https, for all of its addresses.
const (
	plainCookie  = "parley-session"
	secureCookie = "__Host-parley-session"
)

// Identify finds out who sends a request: by its Authorization header, else by its cookie.
// A token that is not valid is ErrToken, never silently nobody; a cookie that is not valid
// is nobody, for it may just have expired. secure says that readers come by https.
func (k *Keeper) Identify(r *http.Request, secure bool) (Identity, error) {
	if header := r.Header.Get("Authorization"); header != "" {
		scheme, secret, ok := strings.Cut(header, " ")
		if !ok || !strings.EqualFold(scheme, "Bearer") {
			return Identity{}, ErrToken
		}
		return k.ByToken(r.Context(), strings.TrimSpace(secret))
	}
	session := Cookie(r, secure)
	if session == "" {
		return Identity{}, nil
	}
	who, err := k.BySession(r.Context(), session)
	if errors.Is(err, ErrToken) {
		return Identity{}, nil
	}
	return who, err
}

// Cookie is what the cookie of a request's session holds, "" without one. With https a
// cookie of the plain name counts for nothing: anybody on the way could have set it.
func Cookie(r *http.Request, secure bool) string {
	c, err := r.Cookie(cookie("", secure).Name)
	if err != nil {
		return ""
	}
	return c.Value
}

// SetCookie gives the browser a session. It is sent to no script and with no request that
// another site makes, but for following a link here.
func SetCookie(w http.ResponseWriter, session string, secure bool) {
	http.SetCookie(w, cookie(session, secure))
}

// ClearCookie takes the session from the browser.
func ClearCookie(w http.ResponseWriter, secure bool) {
	c := cookie("", secure)
	c.MaxAge = -1
	http.SetCookie(w, c)
}

func cookie(session string, secure bool) *http.Cookie {
	c := &http.Cookie{
		Name: plainCookie, Value: session, Path: "/", MaxAge: int(sessionMost.Seconds()), HttpOnly: true, Secure: secure, SameSite: http.SameSiteLaxMode,
	}
	if secure {
		c.Name = secureCookie
	}
	return c
}
