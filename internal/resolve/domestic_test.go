package resolve_test

import (
	"context"
	"slices"
	"testing"

	"github.com/parley-news/parley/record"
)

// TestDomestic gives officers whose state is not told that of the press that
// writes of them, and nobody else.
func TestDomestic(t *testing.T) {
	reader := newReader(t)
	for _, c := range []struct {
		url, text string
		parties   []string
	}{
		{"https://www.ziarul.ro/stire", "Ministrul economiei, Ion Vasilescu, s-a întâlnit luni cu ambasadoarea Japoniei.", []string{"JPN", "ROU"}},
		{"https://www.ziarul.ro/stire", "MAE l-a convocat luni pe ambasadorul Japoniei.", []string{"JPN", "ROU"}},
		{"https://www.ziarul.ro/stire", "Ambasadorul Japoniei a fost convocat luni la minister.", []string{"JPN", "ROU"}},
		{"https://www.ziarul.ro/stire", "Președintele Japoniei a convocat luni un consiliu.", nil},
		{"https://gazeta.md/stire", "Ministrul economiei, Ion Vasilescu, s-a întâlnit luni cu ambasadoarea Japoniei.", []string{"JPN", "MDA"}},
		{"https://www.ziarul.tv/stire", "Ministrul economiei, Ion Vasilescu, s-a întâlnit luni cu ambasadoarea Japoniei.", nil},
		{"https://www.paper.co.uk/story", "The foreign secretary, Ada Wexcombe, met the ambassador of Japan on Monday.", []string{"GBR", "JPN"}},
		{"https://www.paper.co.uk/story", "The president of the club, Ada Wexcombe, met the ambassador of Japan on Monday.", nil},
		{"https://www.paper.co.uk/story", "Officials in Tehran were angry. The foreign minister met the ambassador of Japan on Monday.", nil},
		{"https://www.paper.co.uk/story", "The head of the museum, Ada Wexcombe, met the ambassador of Japan on Monday.", nil},
	} {
		out, err := reader.Read(context.Background(), record.Document{Text: c.text, URL: &c.url})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, k := range out.Contacts {
			for _, p := range k.Parties {
				got = append(got, p.ID)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, c.parties) {
			t.Errorf("%s %s: parties %v, not %v", c.url, c.text, got, c.parties)
		}
	}
}
