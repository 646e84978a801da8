package api

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/parley-news/parley/internal/web/access"
)

// Reference is the OpenAPI document as people read it.
type Reference struct {
	Groups  []Group  `json:"groups"`
	Schemas []Schema `json:"schemas"`
}

// Group is the operations about one thing.
type Group struct {
	Name       string      `json:"name"`
	Operations []Operation `json:"operations"`
}

// Operation is what can be asked of an address.
type Operation struct {
	ID      string `json:"id"`
	Method  string `json:"method"`
	Path    string `json:"path"`
	Summary string `json:"summary"`
	// Role is who may, where not everybody may who can read; "" there.
	Role       string      `json:"role"`
	Parameters []Parameter `json:"parameters"`
	Body       Kind        `json:"body"`
	Answer     Kind        `json:"answer"`
	// Curl is a command that asks it, with the address of the server in $PARLEY. Try is an
	// address that can be followed, "" where something has to be filled in.
	Curl string `json:"curl"`
	Try  string `json:"try"`
}

// Parameter is a parameter of an operation.
type Parameter struct {
	Name     string   `json:"name"`
	In       string   `json:"in"`
	Kind     Kind     `json:"kind"`
	Doc      string   `json:"doc"`
	Required bool     `json:"required"`
	Default  string   `json:"default"`
	Words    []string `json:"words"`
}

// Schema is a kind of record in bodies and answers.
type Schema struct {
	Name   string      `json:"name"`
	Fields []Parameter `json:"fields"`
}

// Kind is what a value is: a word for it, and the schema that describes it, "" for none.
type Kind struct {
	Text   string `json:"text"`
	Schema string `json:"schema"`
	Many   bool   `json:"many"`
}

// examples are what stands for parameters of paths, and in bodies, in commands.
var examples = map[string]string{
	"/contacts/{id}": "0123456789abcdef", "/documents/{id}": "note-1", "/documents/{id}/history": "note-1",
	"/positions/{who}": "FRA", "/actors/{id}": "FRA", "/pairs/{id}": "FRA-TUR",
	"add-documents": `[{"id":"note-1","published":"2025-03-12","text":"Emmanuel Macron met Recep Tayyip Erdogan in Paris on Tuesday."}]`,
	"read-text":     `{"published":"2025-03-12","text":"Emmanuel Macron met Recep Tayyip Erdogan in Paris on Tuesday."}`,
	"correct":       `{"action":"confirm","entry":"0123456789abcdef","reason":"both sides have published it"}`,
	"search":        "?q=grain",
}

// Reference describes the API, in the order of tags and addresses.
func (a *API) Reference() Reference {
	doc := a.OpenAPI()
	by := map[string][]Operation{}
	for path, item := range doc.Paths {
		for _, op := range []*huma.Operation{item.Get, item.Post} {
			if op != nil {
				by[op.Tags[0]] = append(by[op.Tags[0]], told(path, op))
			}
		}
	}
	out := Reference{Schemas: []Schema{}}
	for _, name := range []string{"Contacts", "Documents", "Statements", "Actors", "Counts", "Changes"} {
		ops := by[name]
		slices.SortFunc(ops, func(a, b Operation) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Method, b.Method)) })
		out.Groups = append(out.Groups, Group{name, ops})
	}
	for name, s := range doc.Components.Schemas.Map() {
		one := Schema{Name: name, Fields: []Parameter{}}
		for field, p := range s.Properties {
			one.Fields = append(one.Fields, parameter(field, "", p.Description, slices.Contains(s.Required, field), p))
		}
		slices.SortFunc(one.Fields, func(a, b Parameter) int { return cmp.Compare(a.Name, b.Name) })
		out.Schemas = append(out.Schemas, one)
	}
	slices.SortFunc(out.Schemas, func(a, b Schema) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

func told(path string, op *huma.Operation) Operation {
	short := strings.TrimPrefix(path, Prefix)
	o := Operation{ID: op.OperationID, Method: op.Method, Path: path, Summary: op.Summary, Parameters: []Parameter{}}
	if role, _ := op.Metadata[roleKey].(access.Role); role != access.Nobody && role != access.Reader {
		o.Role = string(role)
	}
	for _, p := range op.Parameters {
		o.Parameters = append(o.Parameters, parameter(p.Name, p.In, p.Description, p.Required, p.Schema))
	}
	if op.RequestBody != nil {
		o.Body = kind(op.RequestBody.Content["application/json"].Schema)
	}
	if r := op.Responses["200"]; r != nil && r.Content["application/json"] != nil {
		o.Answer = kind(r.Content["application/json"].Schema)
	}
	address := path
	if from, to := strings.IndexByte(path, '{'), strings.IndexByte(path, '}'); from >= 0 {
		address = path[:from] + url.PathEscape(examples[short]) + path[to+1:]
	}
	if op.Method == http.MethodPost {
		o.Curl = fmt.Sprintf("curl -H \"Authorization: Bearer $TOKEN\" --json '%s' \"$PARLEY%s\"", examples[op.OperationID], address)
		return o
	}
	address += examples[op.OperationID]
	o.Curl = fmt.Sprintf("curl \"$PARLEY%s\"", address)
	if !strings.Contains(path, "{") || examples[short] == "FRA" || examples[short] == "FRA-TUR" {
		o.Try = address
	}
	return o
}

func parameter(name, in, doc string, required bool, s *huma.Schema) Parameter {
	p := Parameter{Name: name, In: in, Doc: doc, Required: required, Kind: kind(s), Words: []string{}}
	if s.Default != nil {
		p.Default = fmt.Sprint(s.Default)
	}
	of := s
	if s.Items != nil {
		of = s.Items
	}
	for _, w := range of.Enum {
		p.Words = append(p.Words, fmt.Sprint(w))
	}
	return p
}

// kind says what a value is.
func kind(s *huma.Schema) Kind {
	switch {
	case s == nil:
		return Kind{}
	case s.Ref != "":
		name := s.Ref[strings.LastIndexByte(s.Ref, '/')+1:]
		return Kind{Text: name, Schema: name}
	case len(s.AnyOf) > 0:
		return kind(s.AnyOf[0])
	case s.Items != nil:
		k := kind(s.Items)
		k.Many = true
		return k
	}
	return Kind{Text: s.Type}
}
