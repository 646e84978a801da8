// Package api is the REST API under /api/v1: the register as JSON for programs, described
// by an OpenAPI 3.1 document that is made of the types here.
//
//	api.New(mux, api.Options{Register: register, Views: views, May: may})
//
// Answers hold the records as they stand everywhere else. Lists come in pages, each with the
// cursor of the next one; parameters are named as on the command line; what goes wrong is
// told as problem details (RFC 9457).
package api

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"path"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/internal/web/problem"
	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

// Prefix begins the address of every operation.
const Prefix = "/api/v1"

// Options are what the API works with.
type Options struct {
	Register *parley.Register
	Views    *view.Maker
	// Read reads a text that is not kept.
	Read func(context.Context, record.Document) (record.Reading, error)
	// Change makes a change of which a line is in the audit log.
	Change func(ctx context.Context, action, detail string, change func() error) error
	// Refused notes in the audit log what somebody may not do.
	Refused func(ctx context.Context, action string, err error)
	// Name is what a party is called.
	Name func(id string) string
	Log  *slog.Logger
}

// API is the REST API of one register.
type API struct {
	Options
	huma huma.API
}

const description = `The register of diplomacy: who spoke to whom, when, where, at whose request, and who says so.

Lists come in pages: ask again with the after of next. Parameters that may be given several times are alternatives; different ones all count. Parties go by a code, as FRA, or by a name in any language that Parley reads.

Every answer to GET bears a strong ETag; ask with If-None-Match, and an answer that has not changed is not sent again.`

// New routes the operations of the API on a mux, and its OpenAPI document at /openapi.json
// and /openapi.yaml.
func New(mux *http.ServeMux, o Options) *API {
	config := huma.DefaultConfig("Parley", "1")
	config.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaName)
	config.Info.Description = description
	config.DocsPath, config.SchemasPath = "", "" // huma's own pages load scripts of another host
	config.CreateHooks = nil                     // records bear no $schema of an API
	config.RejectUnknownQueryParameters = true
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"token": {Type: "http", Scheme: "bearer", Description: "a token as parley token create makes it"},
	}
	a := &API{Options: o, huma: humago.New(mux, config)}
	a.huma.UseMiddleware(keep)
	a.contacts()
	a.documents()
	a.statements()
	a.actors()
	a.counts()
	a.changes()
	allowNull(a.OpenAPI().Components.Schemas)
	return a
}

// schemaName names the schema of a type. The records go by their own names, what is made of
// them by those and where it is made.
func schemaName(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch path.Base(t.PkgPath()) {
	case "view":
		return "Page" + name
	case "store":
		return "Register" + name
	}
	return name
}

// OpenAPI is the document that describes the API.
func (a *API) OpenAPI() *huma.OpenAPI { return a.huma.OpenAPI() }

// body is an answer of the API.
type body[T any] struct {
	Link string `header:"Link" doc:"where the next page is, as RFC 8288 has it"`
	Body T
}

// get adds an operation that reads.
func get[In, Out any](a *API, path, id, tag, summary string, do func(context.Context, *In) (Out, error)) {
	huma.Register(a.huma, operation(http.MethodGet, path, id, tag, summary), func(ctx context.Context, in *In) (*body[Out], error) {
		out, err := do(ctx, in)
		if err != nil {
			return nil, a.wrong(ctx, err)
		}
		b := &body[Out]{Body: out}
		if p, ok := any(out).(interface{ next() string }); ok && p.next() != "" {
			b.Link = `<` + a.next(ctx, p.next()) + `>; rel="next"`
		}
		return b, nil
	})
}

// post adds an operation that changes something, for a role, or reads what is sent.
func post[In, Out any](a *API, path, id, tag, summary string, role access.Role, do func(context.Context, *In) (Out, error)) {
	op := operation(http.MethodPost, path, id, tag, summary)
	op.MaxBodyBytes = mostBody
	op.Metadata = map[string]any{roleKey: role}
	op.Errors = append(op.Errors, http.StatusForbidden, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType)
	huma.Register(a.huma, op, func(ctx context.Context, in *In) (*body[Out], error) {
		if err := access.Need(ctx, role); err != nil {
			a.Refused(ctx, id, err)
			return nil, a.wrong(ctx, err)
		}
		out, err := do(ctx, in)
		if err != nil {
			return nil, a.wrong(ctx, err)
		}
		return &body[Out]{Body: out}, nil
	})
}

// roleKey is under which an operation says who may.
const roleKey = "role"

// mostBody is how many bytes may be sent to one operation.
const mostBody = 32 << 20

func operation(method, path, id, tag, summary string) huma.Operation {
	return huma.Operation{
		Method: method, Path: Prefix + path, OperationID: id, Tags: []string{tag}, Summary: summary,
		Security: []map[string][]string{{"token": {}}},
		Errors:   []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusNotFound, http.StatusServiceUnavailable},
	}
}

// wrong is an error as huma answers it. What is no fault of the one who asks is logged, and
// not told.
func (a *API) wrong(ctx context.Context, err error) error {
	p := problem.Of(err)
	if p.Status == http.StatusInternalServerError {
		a.Log.ErrorContext(ctx, "cannot answer", "error", err)
	}
	return &huma.ErrorModel{Type: p.Type, Title: p.Title, Status: p.Status, Detail: p.Detail}
}

// huma tells a request that is not as described by 422; pages, and what the library refuses,
// have 400 for the same.
func init() {
	made := huma.NewError
	huma.NewError = func(status int, msg string, errs ...error) huma.StatusError {
		if status == http.StatusUnprocessableEntity {
			status = http.StatusBadRequest
		}
		err := made(status, msg, errs...)
		if m, ok := err.(*huma.ErrorModel); ok && m.Type == "" {
			m.Type = "about:blank"
		}
		return err
	}
}

// queryKey is where the parameters of a request are kept in its context.
type queryKey struct{}

// keep keeps the address of a request, for the link to the next page.
func keep(ctx huma.Context, next func(huma.Context)) {
	next(huma.WithValue(ctx, queryKey{}, ctx.URL()))
}

// next is the address of the page behind a cursor.
func (a *API) next(ctx context.Context, cursor string) string {
	u, _ := ctx.Value(queryKey{}).(url.URL)
	q := u.Query()
	q.Set("after", cursor)
	return u.Path + "?" + q.Encode()
}
