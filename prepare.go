package parley

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/passage"
	"github.com/parley-news/parley/internal/text"
	"github.com/parley-news/parley/record"
)

// ErrText is the error of a document whose text cannot be read.
var ErrText = errors.New("the text is not valid UTF-8")

// ErrDate is the error of a document whose date of publication is no day.
var ErrDate = errors.New("the date of publication is not of the form 2006-01-02")

// undated is the warning code of a document without a date of publication.
const undated = "no-published-date"

// identify checks a document's text and gives it its checksum and its id.
func identify(doc *record.Document) error {
	if !utf8.ValidString(doc.Text) {
		return ErrText
	}
	if doc.SHA256 == "" {
		sum := sha256.Sum256([]byte(doc.Text))
		doc.SHA256 = hex.EncodeToString(sum[:])
	}
	if doc.ID == "" {
		doc.ID = doc.SHA256
		if doc.URL != nil && *doc.URL != "" {
			doc.ID = *doc.URL
		}
	}
	return nil
}

// prepare checks a document and fills in what follows from its text.
func prepare(doc *record.Document) (time.Time, []record.Warning, error) {
	if err := identify(doc); err != nil {
		return time.Time{}, nil, err
	}
	doc.Given = &record.Given{Language: doc.Language, Title: doc.Title, Genre: doc.Genre, Issuer: doc.Issuer, Published: doc.Published}
	if doc.Published == nil || *doc.Published == "" {
		return time.Time{}, []record.Warning{{Code: undated, Message: "no date of publication: days such as \"Friday\" stay unresolved"}}, nil
	}
	day, err := time.Parse(time.DateOnly, *doc.Published)
	if err != nil {
		return time.Time{}, nil, fmt.Errorf("%w: %q", ErrDate, *doc.Published)
	}
	return day, []record.Warning{}, nil
}

// dateline takes the day of publication from the head of the text, where one was
// not given, and says so in place of the warning that there is none.
func dateline(lx *annotate.Lexicon, doc *record.Document, warnings []record.Warning) time.Time {
	const reach = 4000 // bytes: the head, behind the navigation of a page
	end := min(reach, len(doc.Text))
	for end < len(doc.Text) && !utf8.RuneStart(doc.Text[end]) {
		end++
	}
	day, ok := lx.Dates.Dateline(doc.Text, text.Tokenize(doc.Text, 0, end, &lx.Pack.Text))
	if !ok {
		return time.Time{}
	}
	on := day.Format(time.DateOnly)
	doc.Published = &on
	for i := range warnings {
		if warnings[i].Code == undated {
			warnings[i] = record.Warning{Code: "published-from-text", Message: "the day of publication, " + on + ", is read from the head of the text"}
		}
	}
	return day
}

// describe notes what the passages tell of the document.
func describe(doc *record.Document, split passage.Result) {
	doc.Passages = split.Passages
	doc.Language = split.Language
	if doc.Genre == "" {
		doc.Genre = split.Genre
	}
	if doc.Issuer == nil && split.Issuer != "" {
		doc.Issuer = &split.Issuer
	}
	for _, p := range split.Passages {
		if p.Role == record.RoleTitle && doc.Title == "" {
			doc.Title = strings.TrimSpace(doc.Text[p.Start:p.End])
		}
	}
}

// passages returns the stretches that are read: title and report in the
// document's language.
func passages(doc record.Document) []annotate.Passage {
	var out []annotate.Passage
	for _, p := range doc.Passages {
		if p.Role == record.RoleTitle || p.Role == record.RoleReport {
			out = append(out, annotate.Passage{Start: p.Start, End: p.End, Title: p.Role == record.RoleTitle})
		}
	}
	return out
}

// empty is the reading of a document that nothing is read from.
func empty(doc record.Document) record.Reading {
	return record.Reading{
		Schema: record.Schema, Document: doc,
		Contacts: []record.Contact{}, Statements: []record.Statement{}, Divergences: []record.Divergence{},
		OnlyOneSide: []record.OneSided{}, Commitments: []record.Commitment{}, Comments: []record.Comment{}, Warnings: []record.Warning{},
	}
}

// speakingTitle makes a title that reports somebody's words a part of the
// report: what is said in it stands nowhere else for sure.
func speakingTitle(r *record.Reading) {
	for i := range r.Document.Passages {
		p := &r.Document.Passages[i]
		if p.Role != record.RoleTitle {
			continue
		}
		for _, s := range r.Statements {
			if s.Start < p.End && s.End > p.Start {
				p.Role = record.RoleReport
			}
		}
	}
}
