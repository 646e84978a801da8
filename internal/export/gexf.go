package export

import (
	"io"
	"strconv"

	"gonum.org/v1/gonum/graph/formats/gexf12"
)

// gexfEntries prints the network of contacts as GEXF 1.2.
func gexfEntries(out io.Writer) EntryWriter {
	return networkWriter{network: newNetwork(), out: out, print: printGEXF}
}

func printGEXF(out io.Writer, nodes []*node, edges []*edge) error {
	onNodes := append(append([]attribute{}, nodeAttributes...), tallied...)
	doc := gexf12.Content{
		Version: "1.2",
		Graph: gexf12.Graph{
			Attributes:      []gexf12.Attributes{gexfAttributes("node", onNodes), gexfAttributes("edge", tallied)},
			Nodes:           gexf12.Nodes{Count: len(nodes)},
			Edges:           gexf12.Edges{Count: len(edges)},
			DefaultEdgeType: "undirected", IDType: "string", Mode: "static",
		},
	}
	for _, n := range nodes {
		doc.Graph.Nodes.Nodes = append(doc.Graph.Nodes.Nodes, gexf12.Node{
			ID: n.id, Label: n.label, AttValues: gexfValues("node", onNodes, append([]string{n.sort, n.country}, n.values()...)),
		})
	}
	for i, e := range edges {
		doc.Graph.Edges.Edges = append(doc.Graph.Edges.Edges, gexf12.Edge{
			ID: strconv.Itoa(i), Source: e.from, Target: e.to, Weight: float64(e.contacts), AttValues: gexfValues("edge", tallied, e.values()),
		})
	}
	return printXML(out, "GEXF", doc)
}

func gexfAttributes(class string, list []attribute) gexf12.Attributes {
	return gexf12.Attributes{Class: class, Mode: "static", Attributes: each(list, func(a attribute) gexf12.Attribute {
		return gexf12.Attribute{ID: class + "-" + a.name, Title: a.name, Type: a.sort}
	})}
}

// gexfValues leaves out what is empty.
func gexfValues(class string, list []attribute, values []string) *gexf12.AttValues {
	out := &gexf12.AttValues{}
	for i, a := range list {
		if values[i] != "" {
			out.AttValues = append(out.AttValues, gexf12.AttValue{For: class + "-" + a.name, Value: values[i]})
		}
	}
	return out
}
