package dates

import (
	"errors"
	"fmt"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// reader walks the tree of a YAML file by hand, so that every complaint has a
// place.
type reader struct{ file string }

func (r reader) errorf(n ast.Node, shift int, format string, args ...any) error {
	line, col := 1, 1
	if t := n.GetToken(); t != nil && t.Position != nil {
		line, col = t.Position.Line, t.Position.Column
		if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 {
			if k := m.Values[0].Key.GetToken(); k != nil && k.Position != nil {
				line, col = k.Position.Line, k.Position.Column
			}
		}
	}
	return fmt.Errorf("dates: %s:%d:%d: %s", r.file, line, col+shift, fmt.Sprintf(format, args...))
}

// line returns the line of a node; the node itself would keep the whole file.
func line(n ast.Node) int {
	if t := n.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 1
}

// root parses the file. The parser is not ours: a panic in it is bad input.
func (r reader) root(data []byte) (n ast.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("dates: %s:1:1: not YAML: %v", r.file, p)
		}
	}()
	f, err := parser.ParseBytes(data, 0)
	if err != nil {
		var at interface{ GetToken() *token.Token }
		if errors.As(err, &at) && at.GetToken() != nil && at.GetToken().Position != nil {
			var say interface{ GetMessage() string }
			msg := "not YAML"
			if errors.As(err, &say) {
				msg = say.GetMessage()
			}
			p := at.GetToken().Position
			return nil, fmt.Errorf("dates: %s:%d:%d: %s", r.file, p.Line, p.Column, msg)
		}
		return nil, fmt.Errorf("dates: %s:1:1: %w", r.file, err)
	}
	if len(f.Docs) != 1 || f.Docs[0].Body == nil {
		return nil, fmt.Errorf("dates: %s:1:1: want one YAML document", r.file)
	}
	return f.Docs[0].Body, nil
}

// pair is one key of a mapping with its value.
type pair struct {
	key       string
	at, value ast.Node
}

func (r reader) pairs(n ast.Node) ([]pair, error) {
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	default:
		return nil, r.errorf(n, 0, "want a mapping")
	}
	seen := map[string]bool{}
	out := make([]pair, 0, len(values))
	for _, v := range values {
		key, err := r.scalar(v.Key)
		if err != nil {
			return nil, err
		}
		if seen[key] {
			return nil, r.errorf(v.Key, 0, "key %q stands twice", key)
		}
		seen[key] = true
		if v.Value == nil {
			return nil, r.errorf(v.Key, 0, "key %q has no value", key)
		}
		out = append(out, pair{key, v.Key, v.Value})
	}
	return out, nil
}

func (r reader) items(n ast.Node) ([]ast.Node, error) {
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		return nil, r.errorf(n, 0, "want a list")
	}
	for _, v := range s.Values {
		if v == nil {
			return nil, r.errorf(n, 0, "empty item in a list")
		}
	}
	return s.Values, nil
}

// scalar returns the characters of a plain or quoted value.
func (r reader) scalar(n ast.Node) (string, error) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, nil
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, nil
	}
	return "", r.errorf(n, 0, "want a plain value")
}

// words reads a list of plain values, with their places.
func (r reader) words(n ast.Node) ([]string, []ast.Node, error) {
	nodes, err := r.items(n)
	if err != nil {
		return nil, nil, err
	}
	out := make([]string, len(nodes))
	for i, v := range nodes {
		if out[i], err = r.scalar(v); err != nil {
			return nil, nil, err
		}
		if out[i] == "" {
			return nil, nil, r.errorf(v, 0, "empty word")
		}
	}
	return out, nodes, nil
}
