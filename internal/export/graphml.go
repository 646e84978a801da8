package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
)

// graphmlEntries prints the network of contacts as GraphML.
func graphmlEntries(out io.Writer) EntryWriter {
	return networkWriter{network: newNetwork(), out: out, print: printGraphML}
}

// graphML is a document of GraphML 1.0, as far as a network of contacts needs it.
type graphML struct {
	XMLName  xml.Name     `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	XSI      string       `xml:"xmlns:xsi,attr"`
	Location string       `xml:"xsi:schemaLocation,attr"`
	Keys     []graphMLKey `xml:"key"`
	Graph    struct {
		ID    string        `xml:"id,attr"`
		Edges string        `xml:"edgedefault,attr"`
		Nodes []graphMLNode `xml:"node"`
		Links []graphMLEdge `xml:"edge"`
	} `xml:"graph"`
}

type graphMLKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphMLNode struct {
	ID   string        `xml:"id,attr"`
	Data []graphMLData `xml:"data"`
}

type graphMLEdge struct {
	ID     string        `xml:"id,attr"`
	Source string        `xml:"source,attr"`
	Target string        `xml:"target,attr"`
	Data   []graphMLData `xml:"data"`
}

type graphMLData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

func printGraphML(out io.Writer, nodes []*node, edges []*edge) error {
	doc := graphML{
		XSI:      "http://www.w3.org/2001/XMLSchema-instance",
		Location: "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
	}
	onNodes := append([]attribute{{"label", "string"}}, append(nodeAttributes, tallied...)...)
	onEdges := append([]attribute{{"weight", "integer"}}, tallied...)
	doc.Keys = append(graphMLKeys("node", onNodes), graphMLKeys("edge", onEdges)...)
	doc.Graph.ID, doc.Graph.Edges = "contacts", "undirected"
	for _, n := range nodes {
		values := append([]string{n.label, n.sort, n.country}, n.values()...)
		doc.Graph.Nodes = append(doc.Graph.Nodes, graphMLNode{ID: n.id, Data: graphMLValues("node", onNodes, values)})
	}
	for i, e := range edges {
		values := append([]string{strconv.Itoa(e.contacts)}, e.values()...)
		doc.Graph.Links = append(doc.Graph.Links, graphMLEdge{
			ID: "e" + strconv.Itoa(i), Source: e.from, Target: e.to, Data: graphMLValues("edge", onEdges, values),
		})
	}
	return printXML(out, "GraphML", doc)
}

func graphMLKeys(of string, list []attribute) []graphMLKey {
	return each(list, func(a attribute) graphMLKey {
		k := graphMLKey{ID: of + "-" + a.name, For: of, Name: a.name, Type: a.sort}
		if a.sort == "integer" {
			k.Type = "int"
		}
		return k
	})
}

// graphMLValues leaves out what is empty.
func graphMLValues(of string, list []attribute, values []string) []graphMLData {
	var out []graphMLData
	for i, a := range list {
		if values[i] != "" {
			out = append(out, graphMLData{of + "-" + a.name, values[i]})
		}
	}
	return out
}

// printXML prints a document with its declaration, indented.
func printXML(out io.Writer, format string, doc any) error {
	if _, err := io.WriteString(out, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(out)
	enc.Indent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return fmt.Errorf("export: writing %s: %w", format, err)
	}
	_, err := io.WriteString(out, "\n")
	return err
}
