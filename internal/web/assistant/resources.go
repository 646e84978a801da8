package assistant

import (
	"context"
	"encoding/json"
	"net/url"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// The addresses of resources.
const (
	entryResource    = "parley://entry/"
	documentResource = "parley://document/"
)

// resources lets clients take entries and documents in by address.
func (a *Assistant) resources() {
	a.server.AddResourceTemplate(&mcp.ResourceTemplate{
		Name: "entry", URITemplate: entryResource + "{id}", MIMEType: "application/json", Description: "One contact of the register, as show_entry gives it.",
	}, a.resource(entryResource, func(ctx context.Context, id string) (any, error) {
		v, err := a.entry(ctx, id)
		if err != nil {
			return nil, err
		}
		return a.show(&v), nil
	}))
	a.server.AddResourceTemplate(&mcp.ResourceTemplate{
		Name: "document", URITemplate: documentResource + "{id}", MIMEType: "application/json", Description: "One document of the register with its text, as show_document gives it.",
	}, a.resource(documentResource, func(ctx context.Context, id string) (any, error) {
		v, err := a.Views.Document(ctx, id, "")
		if err != nil {
			return nil, err
		}
		out := a.reading(&v.Reading, true)
		out.Text, out.Start, out.Next = part(v.Text, 0)
		return out, nil
	}))
}

func (a *Assistant) resource(prefix string, show func(context.Context, string) (any, error)) mcp.ResourceHandler {
	return func(ctx context.Context, r *mcp.ReadResourceRequest) (*mcp.ReadResourceResult, error) {
		id, err := url.PathUnescape(strings.TrimPrefix(r.Params.URI, prefix))
		if err != nil {
			return nil, mcp.ResourceNotFoundError(r.Params.URI)
		}
		v, err := show(ctx, id)
		if err != nil {
			return nil, a.plain(ctx, err)
		}
		data, err := json.Marshal(v)
		if err != nil {
			return nil, err
		}
		return &mcp.ReadResourceResult{Contents: []*mcp.ResourceContents{{URI: r.Params.URI, MIMEType: "application/json", Text: string(data)}}}, nil
	}
}
