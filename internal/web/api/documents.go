package api

import (
	"context"
	"fmt"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// gone is the error of an entry that is none any more.
func gone(found parley.Found) error {
	if len(found.Successors) == 0 {
		return fmt.Errorf("%w: entry %s is none any more: no document tells of it now", parley.ErrNotFound, found.RedirectedFrom)
	}
	return fmt.Errorf("%w: entry %s is none any more; its contacts went to %s", parley.ErrNotFound, found.RedirectedFrom, strings.Join(found.Successors, ", "))
}

// FullDocument is a document with its text and what was read in it.
type FullDocument struct {
	record.Reading
	Text string `json:"text,omitempty" doc:"the words; all offsets are bytes of it"`
}

// earlierReading is an earlier reading of a document.
type earlierReading struct {
	Replaced string `json:"replaced" format:"date-time"`
	FullDocument
}

func (a *API) documents() {
	type one struct {
		ID   string `path:"id" doc:"the id of a document, escaped; of a checksum its first six digits do"`
		Text bool   `query:"text" default:"true" doc:"false leaves the words of the document out"`
	}
	type before struct {
		ID string `path:"id" doc:"the id of a document, escaped"`
	}
	get(a, "/documents/{id}", "show-document", "Documents", "One document: its text, and what was read in it", func(ctx context.Context, in *one) (FullDocument, error) {
		r, err := a.Register.Document(ctx, in.ID)
		if !in.Text {
			return FullDocument{Reading: r}, err
		}
		return FullDocument{r, r.Document.Text}, err
	})
	get(a, "/documents/{id}/history", "list-versions", "Documents", "Its earlier readings, the oldest first", func(ctx context.Context, in *before) (list[earlierReading], error) {
		all, err := a.Register.History(ctx, in.ID)
		out := list[earlierReading]{Items: []earlierReading{}}
		for _, v := range all {
			out.Items = append(out.Items, earlierReading{v.Replaced, FullDocument{v.Reading, v.Reading.Document.Text}})
		}
		return out, err
	})

	type asked struct {
		Words string `query:"q" required:"true" doc:"words; “phrases” in quotation marks and beginnings with a star are possible"`
		EntriesAsked
		Paged
	}
	get(a, "/search", "search", "Documents", "The documents in which words are found", func(ctx context.Context, in *asked) (list[parley.Hit], error) {
		q, err := a.query(&in.EntriesAsked, in.Paged, "")
		if err != nil {
			return list[parley.Hit]{}, err
		}
		f := q.Filter
		f.Limit++
		return page(a.Register.Search(ctx, in.Words, f), q.Limit, (*parley.Hit).Cursor)
	})
}
