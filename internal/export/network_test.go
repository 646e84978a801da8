package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/graph/formats/gexf12"

	"github.com/parley-news/parley/record"
)

// shape is what the schema of a format allows an element: its attributes with the form
// of their values, those that must be there, its children in their order, its text.
type shape struct {
	attributes map[string]string
	required   []string
	children   []string
	text       string
}

// graphMLShape is after graphml-structure.xsd and graphml-attributes.xsd 1.0, gexfShape
// after gexf.xsd and data.xsd 1.2draft, both as far as a network of contacts needs them.
var (
	nmtoken      = `[\p{L}\p{N}._:-]+`
	graphMLShape = map[string]shape{
		"graphml": {attributes: map[string]string{"schemaLocation": `\S+ \S+`}, children: []string{"key", "graph"}},
		"key": {
			attributes: map[string]string{"id": nmtoken, "for": "node|edge", "attr.name": nmtoken, "attr.type": "boolean|int|long|float|double|string"},
			required:   []string{"id"},
		},
		"graph": {attributes: map[string]string{"id": nmtoken, "edgedefault": "directed|undirected"}, required: []string{"edgedefault"}, children: []string{"node", "edge"}},
		"node":  {attributes: map[string]string{"id": nmtoken}, required: []string{"id"}, children: []string{"data"}},
		"edge": {
			attributes: map[string]string{"id": nmtoken, "source": nmtoken, "target": nmtoken}, required: []string{"source", "target"}, children: []string{"data"},
		},
		"data": {attributes: map[string]string{"key": nmtoken}, required: []string{"key"}, text: ".*"},
	}
	gexfShape = map[string]shape{
		"gexf": {attributes: map[string]string{"version": `1\.2`}, required: []string{"version"}, children: []string{"graph"}},
		"graph": {
			attributes: map[string]string{"defaultedgetype": "directed|undirected|mutual", "idtype": "integer|string", "mode": "static|dynamic"},
			children:   []string{"attributes", "nodes", "edges"},
		},
		"attributes": {attributes: map[string]string{"class": "node|edge", "mode": "static|dynamic"}, required: []string{"class"}, children: []string{"attribute"}},
		"attribute": {
			attributes: map[string]string{"id": ".+", "title": ".+", "type": "integer|long|double|float|boolean|liststring|string|anyURI"},
			required:   []string{"id", "title", "type"},
		},
		"nodes":     {attributes: map[string]string{"count": `\d+`}, children: []string{"node"}},
		"edges":     {attributes: map[string]string{"count": `\d+`}, children: []string{"edge"}},
		"node":      {attributes: map[string]string{"id": ".+", "label": ".*"}, required: []string{"id"}, children: []string{"attvalues"}},
		"edge":      {attributes: map[string]string{"id": ".+", "source": ".+", "target": ".+", "weight": `\d+`}, required: []string{"id", "source", "target"}, children: []string{"attvalues"}},
		"attvalues": {children: []string{"attvalue"}},
		"attvalue":  {attributes: map[string]string{"for": ".+", "value": ".*"}, required: []string{"for", "value"}},
	}
)

// checkShape reports where a document is not as its schema has it.
func checkShape(t *testing.T, doc []byte, shapes map[string]shape, root, namespace string) {
	t.Helper()
	type open struct {
		name string
		last int // the last of the children, by their order
	}
	stack := []open{{name: "", last: 0}}
	dec := xml.NewDecoder(bytes.NewReader(doc))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		top := &stack[len(stack)-1]
		switch v := token.(type) {
		case xml.StartElement:
			name := v.Name.Local
			s, ok := shapes[name]
			if !ok || v.Name.Space != namespace || top.name == "" && name != root {
				t.Fatalf("an element %s of %s in %q", name, v.Name.Space, top.name)
			}
			if top.name != "" {
				at := slices.Index(shapes[top.name].children, name)
				if at < top.last {
					t.Fatalf("%s has no %s here", top.name, name)
				}
				top.last = at
			}
			checkAttributes(t, v, s)
			stack = append(stack, open{name: name})
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if s := strings.TrimSpace(string(v)); s != "" && shapes[top.name].text == "" {
				t.Errorf("%s has the text %q", top.name, s)
			}
		}
	}
}

func checkAttributes(t *testing.T, v xml.StartElement, s shape) {
	t.Helper()
	seen := []string{}
	for _, a := range v.Attr {
		if a.Name.Local == "xmlns" || a.Name.Space == "xmlns" {
			continue
		}
		form, ok := s.attributes[a.Name.Local]
		if !ok || !regexp.MustCompile("^(?:"+form+")$").MatchString(a.Value) {
			t.Errorf("%s has the attribute %s=%q", v.Name.Local, a.Name.Local, a.Value)
		}
		seen = append(seen, a.Name.Local)
	}
	for _, name := range s.required {
		if !slices.Contains(seen, name) {
			t.Errorf("%s has no attribute %s", v.Name.Local, name)
		}
	}
}

func TestGraphMLKeepsToItsSchema(t *testing.T) {
	doc := exported(t, "graphml", EntryOptions{}, sampleEntries()...)
	checkShape(t, doc, graphMLShape, "graphml", "http://graphml.graphdrawing.org/xmlns")
	checkShape(t, exported(t, "graphml", EntryOptions{}), graphMLShape, "graphml", "http://graphml.graphdrawing.org/xmlns")
	var g graphML
	if err := xml.Unmarshal(doc, &g); err != nil {
		t.Fatal(err)
	}
	keys, nodes := map[string]string{}, map[string]bool{}
	for _, k := range g.Keys {
		keys[k.ID] = k.For
	}
	data := func(of string, list []graphMLData) {
		for _, d := range list {
			if keys[d.Key] != of {
				t.Errorf("a %s has data of the key %q, which is for %q", of, d.Key, keys[d.Key])
			}
		}
	}
	for _, n := range g.Graph.Nodes {
		if nodes[n.ID] {
			t.Errorf("the node %s stands twice", n.ID)
		}
		nodes[n.ID] = true
		data("node", n.Data)
	}
	for _, e := range g.Graph.Links {
		if !nodes[e.Source] || !nodes[e.Target] {
			t.Errorf("an edge from %q to %q", e.Source, e.Target)
		}
		data("edge", e.Data)
	}
	if len(nodes) == 0 || len(g.Graph.Links) == 0 {
		t.Error("the network is empty")
	}
}

func TestGEXFKeepsToItsSchema(t *testing.T) {
	doc := exported(t, "gexf", EntryOptions{}, sampleEntries()...)
	checkShape(t, doc, gexfShape, "gexf", "http://www.gexf.net/1.2draft")
	checkShape(t, exported(t, "gexf", EntryOptions{}), gexfShape, "gexf", "http://www.gexf.net/1.2draft")
	var g gexf12.Content
	if err := xml.Unmarshal(doc, &g); err != nil {
		t.Fatal(err)
	}
	nodes := map[string]bool{}
	for _, n := range g.Graph.Nodes.Nodes {
		nodes[n.ID] = true
	}
	for _, e := range g.Graph.Edges.Edges {
		if !nodes[e.Source] || !nodes[e.Target] || e.Weight < 1 {
			t.Errorf("an edge from %q to %q of weight %g", e.Source, e.Target, e.Weight)
		}
	}
	if len(nodes) != g.Graph.Nodes.Count || len(g.Graph.Edges.Edges) != g.Graph.Edges.Count {
		t.Errorf("%d nodes and %d edges, counted as %d and %d", len(nodes), len(g.Graph.Edges.Edges), g.Graph.Nodes.Count, g.Graph.Edges.Count)
	}
}

func TestNetworkCounts(t *testing.T) {
	met := func(status, day string, disputed ...string) record.Entry {
		e := sampleCall()
		e.Status, e.Date, e.Disputed, e.Corrections = status, &record.Date{From: day, To: day}, disputed, nil
		return e
	}
	undated := met("held", "")
	undated.Date = nil
	corrected := met("ongoing", "2022-05-01")
	corrected.Corrections = make([]record.Correction, 1)
	w := newNetwork()
	for _, e := range []record.Entry{
		met("held", "2022-03-01"), met("held", "2022-01-01", "place"), met("scheduled", "2023-01-01"), met("denied", "2021-01-01"), undated, corrected,
	} {
		w.note(&e)
	}
	nodes, edges := w.sorted()
	var got []string
	for _, n := range nodes {
		got = append(got, fmt.Sprint(n.id, " ", n.sort, " ", n.country, " ", n.values()))
	}
	for _, e := range edges {
		got = append(got, fmt.Sprint(e.from, " ", e.to, " ", e.values()))
	}
	tally := "[6 4 1 1 1 1 2022-01-01 2022-05-01]"
	want := []string{
		"person:Yuri_20__22_Y_22__20__3c_Ushakov_3e__20__26__20_aides_2f_RUS_2f_presidential-aide person RUS " + tally,
		"person:emmanuel_20_macron person FRA " + tally, "person:vladimir_20_putin person RUS " + tally,
		"state:FRA state FRA " + tally, "state:RUS state RUS " + tally,
		"person:Yuri_20__22_Y_22__20__3c_Ushakov_3e__20__26__20_aides_2f_RUS_2f_presidential-aide person:emmanuel_20_macron " + tally,
		"person:emmanuel_20_macron person:vladimir_20_putin " + tally, "state:FRA state:RUS " + tally,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// An actor that an entry names twice is in no contact with itself.
func TestNetworkHasNoLoops(t *testing.T) {
	e := sampleCall()
	e.Parties = append(e.Parties, e.Parties[0])
	w := newNetwork()
	w.note(&e)
	for pair := range w.edges {
		if pair[0] == pair[1] {
			t.Errorf("a loop at %s", pair[0])
		}
	}
	if n := w.nodes["state:FRA"]; n.contacts != 1 {
		t.Errorf("France is counted %d times", n.contacts)
	}
}
