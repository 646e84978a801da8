// Package access says who may do what with a register that is served: tokens for programs
// and people, sessions for browsers, a log of who changed what, and how much one reader may
// ask for. It keeps them in a file of its own beside the register.
//
//	keeper, err := access.Open(ctx, register.Path()+access.Suffix, access.Options{})
//	secret, token, err := keeper.Create(ctx, "desk", access.Editor, nil)   // told once
//	who, err := keeper.Identify(request, https)                           // by header or cookie
//	if who.Role.May(access.Editor) { ... }
//
// A secret is 256 random bits, and only its SHA-256 is kept: there is nothing to guess, so
// that a slow hash, as passwords need it, would only make each request slow.
package access

import (
	"context"
	"errors"
	"fmt"
)

// Role is what somebody may do; each may what those before it may.
type Role string

// The roles. Nobody has not said who they are. Administrators see the log and the tokens.
const (
	Nobody        Role = ""
	Reader        Role = "reader"
	Editor        Role = "editor"
	Administrator Role = "administrator"
)

// Roles lists the roles that a token can have.
var Roles = []string{string(Reader), string(Editor), string(Administrator)}

var rank = map[Role]int{Reader: 1, Editor: 2, Administrator: 3}

// May reports whether the role may do what another one may.
func (r Role) May(other Role) bool { return rank[r] >= rank[other] && rank[r] > 0 }

// What can be wrong; ask with errors.Is.
var (
	// ErrToken is the error of a secret that is none, is not known, has expired or was
	// revoked. It does not say which.
	ErrToken = errors.New("the token is not valid")
	// ErrRole is the error of a change by somebody who may not make it.
	ErrRole = errors.New("this needs another role")
	// ErrAsked is the error of a token that cannot be made as it was asked for.
	ErrAsked = errors.New("the token cannot be made")
	// ErrNoToken is the error of a token that is to be revoked and is not there.
	ErrNoToken = errors.New("there is no such token")
)

// Identity is who asks.
type Identity struct {
	// Name is that of the token, "" for nobody.
	Name string
	Role Role
	// Token is the id of the token, 0 for the user of this machine and for nobody.
	Token int64
}

type identityKey struct{}

// With is a context in which somebody asks.
func With(ctx context.Context, who Identity) context.Context {
	return context.WithValue(ctx, identityKey{}, who)
}

// From is who asks in a context; nobody where nothing was found out.
func From(ctx context.Context) Identity {
	who, _ := ctx.Value(identityKey{}).(Identity)
	return who
}

// Need is ErrRole unless the one who asks in a context may do what a role may.
func Need(ctx context.Context, role Role) error {
	if From(ctx).Role.May(role) {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrRole, role)
}
