package record

// Document is one text as it came, with what is known about it.
type Document struct {
	// ID is the id given with the text, else its canonical address, else the
	// SHA-256 of the text.
	ID     string  `json:"id"`
	URL    *string `json:"url"`
	Outlet *string `json:"outlet"`
	// Genre is one of Genres.
	Genre string `json:"genre"`
	// Issuer is the institution whose text a readout is.
	Issuer *string `json:"issuer"`
	// Language is the ISO 639-1 code of the report.
	Language string `json:"language"`
	Title    string `json:"title"`
	// Published and Retrieved are days, "2006-01-02".
	Published *string   `json:"published"`
	Retrieved *string   `json:"retrieved"`
	SHA256    string    `json:"sha256"`
	Passages  []Passage `json:"passages"`
	// Text is the document's words. It is input, and not printed again.
	Text string `json:"-"`
	// Given is what came with the text, null where nobody knows. It is not printed.
	Given *Given `json:"-"`
}

// Given is what came with a text of that which else is read from it.
type Given struct {
	Language  string  `json:"language,omitempty"`
	Title     string  `json:"title,omitempty"`
	Genre     string  `json:"genre,omitempty"`
	Issuer    *string `json:"issuer,omitempty"`
	Published *string `json:"published,omitempty"`
}

// AsGiven returns the document as it was before it was read.
func (d Document) AsGiven() Document {
	d.Passages = nil
	if g := d.Given; g != nil {
		d.Language, d.Title, d.Genre, d.Issuer, d.Published = g.Language, g.Title, g.Genre, g.Issuer, g.Published
	}
	return d
}

// Genres lists what kinds of text a document can be.
var Genres = []string{"article", "readout", "joint-statement", "transcript", "interview", "live-blog"}

// Role says what a passage does in its document.
type Role string

// The roles of passages.
const (
	RoleTitle     Role = "title"
	RoleReport    Role = "report"
	RoleComment   Role = "comment"
	RoleFurniture Role = "furniture"
)

// Passage is a run of a document with one role and one language.
type Passage struct {
	Role     Role   `json:"role"`
	Language string `json:"language"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
}

// Comment is a reader's comment under a report: kept, never read as news.
type Comment struct {
	Start int `json:"start"`
	End   int `json:"end"`
	// Score is the sum of votes shown beside the comment, if any.
	Score *int `json:"score"`
	// Posted is "2006-01-02T15:04", or as much of it as the page gives.
	Posted  string `json:"posted"`
	Depth   int    `json:"depth"`
	Deleted bool   `json:"deleted"`
}

// Warning tells the reader of a record what could not be done, and why.
type Warning struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}
