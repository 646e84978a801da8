package passage

import (
	"fmt"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/parley-news/parley/internal/language"
)

// noise is what noise.yaml declares: the wording of what surrounds a report.
type noise struct {
	// Recommended are the heads of link lists, Share of share buttons; a
	// cookie notice is known by any phrase of Cookie.
	Recommended []phrase `yaml:"recommended"`
	Share       []phrase `yaml:"share"`
	Cookie      []phrase `yaml:"cookie"`
	// CommentsHeader opens a thread, CommentTool stands in it (log in, reply),
	// CommentDeleted stands for a comment that is gone.
	CommentsHeader []phrase `yaml:"comments_header"`
	CommentTool    []phrase `yaml:"comment_tool"`
	CommentDeleted []phrase `yaml:"comment_deleted"`
	Byline         []phrase `yaml:"byline"`
	Credit         []phrase `yaml:"credit"`
	Subscribe      []phrase `yaml:"subscribe"`
	More           []phrase `yaml:"more"`
	Tags           []phrase `yaml:"tags"`
	Copyright      []phrase `yaml:"copyright"`
	Menu           []phrase `yaml:"menu"`
	// Platforms are names of services that pages link to.
	Platforms []phrase `yaml:"platforms"`
	// Agencies and all who sign pictures; Positions say where in one somebody
	// stands ("left").
	Agencies  []phrase `yaml:"agencies"`
	Positions []phrase `yaml:"positions"`
	// Readout, JointStatement, Interview, Transcript and Live tell the genre.
	Readout        []phrase `yaml:"readout"`
	JointStatement []phrase `yaml:"joint_statement"`
	Interview      []phrase `yaml:"interview"`
	Transcript     []phrase `yaml:"transcript"`
	Live           []phrase `yaml:"live"`
	// Issued names whose text it is: what stands at its … is the issuer.
	Issued []phrase `yaml:"issued"`
	// We are the words by which the authors of a statement speak of themselves.
	We []string `yaml:"we"`
	// Months are twelve lists of names; DateWords are the other words of a
	// date line, Ago those of one that counts back ("3 hours ago").
	Months    [][]string `yaml:"months"`
	DateWords []string   `yaml:"date_words"`
	Ago       []string   `yaml:"ago"`
}

// phrase is one phrase with its place in the file.
type phrase struct {
	text      string
	line, col int
}

// UnmarshalYAML keeps the place of the phrase.
func (p *phrase) UnmarshalYAML(n ast.Node) error {
	s, ok := n.(*ast.StringNode)
	if !ok {
		return &yaml.UnexpectedNodeTypeError{Actual: n.Type(), Expected: ast.StringType, Token: n.GetToken()}
	}
	p.text = s.Value
	if t := s.GetToken(); t != nil && t.Position != nil {
		p.line, p.col = t.Position.Line, t.Position.Column
	}
	return nil
}

// readNoise reads a noise file strictly.
func readNoise(file string, data []byte) (*noise, error) {
	n := &noise{}
	if err := language.DecodeYAML(file, data, n); err != nil {
		return nil, err
	}
	if len(n.Months) != 0 && len(n.Months) != 12 {
		return nil, fmt.Errorf("%s:1:1: %w: months has %d lists, want 12", file, language.ErrPack, len(n.Months))
	}
	return n, nil
}

// phrases lists the phrases of the file by what they tell.
func (n *noise) phrases() [kinds][]phrase {
	return [kinds][]phrase{
		recommended: n.Recommended, share: n.Share, cookie: n.Cookie,
		commentsHeader: n.CommentsHeader, commentTool: n.CommentTool, commentDeleted: n.CommentDeleted,
		byline: n.Byline, credit: n.Credit, subscribe: n.Subscribe, more: n.More, tags: n.Tags,
		copyright: n.Copyright, menu: n.Menu, platform: n.Platforms, agency: n.Agencies, position: n.Positions,
		readout: n.Readout, jointStatement: n.JointStatement, interview: n.Interview,
		transcript: n.Transcript, live: n.Live, issued: n.Issued,
	}
}
