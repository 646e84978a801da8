package readback

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/mmcdole/gofeed/atom"
)

func TestAtomHasTheEntries(t *testing.T) {
	feed, err := (&atom.Parser{}).Parse(bytes.NewReader(file(t, "atom.atom")))
	if err != nil {
		t.Fatal(err)
	}
	if feed.Version != "1.0" || feed.ID == "" || feed.Title == "" || len(feed.Authors) != 1 || feed.UpdatedParsed == nil {
		t.Errorf("the feed lacks what it must have: %+v", feed)
	}
	want := entries(t)
	if len(feed.Entries) != len(want) {
		t.Fatalf("%d entries of %d", len(feed.Entries), len(want))
	}
	var last time.Time
	for i, e := range want {
		got := feed.Entries[i]
		if got.ID != "urn:parley:entry:"+e.ID || got.Title == "" || got.UpdatedParsed == nil || got.Content == nil || got.Content.Type != "html" {
			t.Errorf("the entry lacks what it must have: %+v", got)
			continue
		}
		if got.UpdatedParsed.After(last) {
			last = *got.UpdatedParsed
		}
		var tags, links, urls []string
		for _, c := range got.Categories {
			tags = append(tags, c.Term)
		}
		for _, l := range got.Links {
			links = append(links, l.Href)
		}
		for _, m := range e.Members {
			if m.URL != nil {
				urls = append(urls, *m.URL)
			}
		}
		if d := cmp.Diff(keywords(e), tags); d != "" {
			t.Errorf("%s: %s", e.ID, d)
		}
		if d := cmp.Diff(urls, links); d != "" {
			t.Errorf("%s: %s", e.ID, d)
		}
	}
	if !feed.UpdatedParsed.Equal(last) {
		t.Errorf("the feed was updated at %s, the last of its entries at %s", feed.UpdatedParsed, last)
	}
}
