package resolve_test

import (
	"context"
	"testing"

	"github.com/parley-news/parley/record"
)

// TestEdges reads texts in which a day belongs to the sentence before its contact, or in
// which the head of a report ends the text.
func TestEdges(t *testing.T) {
	reader := newReader(t)
	day := "2025-03-12"
	for _, text := range []string{
		"Gabriel Boric la Nairobi, în ajunul întrevederii sale cu William Ruto. Părțile vor semna un acord.",
		"The minister received the ambassador. TALLINN, March 11 -",
	} {
		if _, err := reader.Read(context.Background(), record.Document{Text: text, Published: &day}); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}
