package passage

import (
	"fmt"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/table"
)

// noise is what noise.tsv declares: the wording of what surrounds a report.
type noise struct {
	phrases [kinds][]phrase
	// we are the words by which the authors of a statement speak of themselves.
	we []string
	// months are twelve lists of names; dateWords are the other words of a date line, ago
	// those of one that counts back ("3 hours ago").
	months         [][]string
	dateWords, ago []string
}

// phrase is one phrase with its place in the file.
type phrase struct {
	text      string
	line, col int
}

// kindNames are the kinds of phrases as the file calls them.
var kindNames = map[string]kind{
	// Heads of link lists, share buttons; a cookie notice is known by any phrase of its.
	"recommended": recommended, "share": share, "cookie": cookie,
	// What opens a thread, what stands in it (log in, reply), what stands for a comment
	// that is gone.
	"comments_header": commentsHeader, "comment_tool": commentTool, "comment_deleted": commentDeleted,
	"byline": byline, "credit": credit, "subscribe": subscribe, "more": more, "tags": tags, "copyright": copyright, "menu": menu,
	// Names of services that pages link to; agencies and all who sign pictures, and where in
	// one somebody stands ("left").
	"platforms": platform, "agencies": agency, "positions": position,
	// What tells the genre; issued names whose text it is: what stands at its … is the issuer.
	"readout": readout, "joint_statement": jointStatement, "interview": interview, "transcript": transcript, "live": live, "issued": issued,
}

// readNoise reads a noise file strictly.
func readNoise(file string, data []byte) (*noise, error) {
	rows, err := table.Read(file, data, "kind", "phrase")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", language.ErrPack, err)
	}
	n := &noise{}
	for _, r := range rows {
		switch name := r.Cells[0]; name {
		case "we":
			n.we = append(n.we, r.List(1)...)
		case "months":
			n.months = append(n.months, r.List(1))
		case "date_words":
			n.dateWords = append(n.dateWords, r.List(1)...)
		case "ago":
			n.ago = append(n.ago, r.List(1)...)
		default:
			k, ok := kindNames[name]
			if !ok {
				return nil, r.At(0, fmt.Errorf("%w: %q is no kind of noise", language.ErrPack, name))
			}
			n.phrases[k] = append(n.phrases[k], phrase{r.Cells[1], r.Line, utf8.RuneCountInString(name) + 2})
		}
	}
	if len(n.months) != 0 && len(n.months) != 12 {
		return nil, fmt.Errorf("%s:1:1: %w: months has %d lists, want 12", file, language.ErrPack, len(n.months))
	}
	return n, nil
}
