package parley_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

func Example() {
	reader, err := parley.NewReader()
	if err != nil {
		panic(err)
	}
	day := "2025-03-12"
	reading, err := reader.Read(context.Background(), record.Document{
		Text:      "French President Emmanuel Macron spoke by phone with his Turkish counterpart Recep Tayyip Erdogan on Tuesday.",
		Published: &day,
	})
	if err != nil {
		panic(err)
	}
	for _, c := range reading.Contacts {
		fmt.Println(c.Kind, c.Status, c.Date.From)
		for _, p := range c.People {
			fmt.Println(p.Name, *p.Country, *p.Office)
		}
	}
	// Output:
	// call held 2025-03-11
	// Emmanuel Macron FRA president
	// Recep Tayyip Erdoğan TUR president
}

// Two articles, in two languages, tell of one call: one entry.
func ExampleRegister() {
	folder, err := os.MkdirTemp("", "parley")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	ctx := context.Background()
	register, err := parley.OpenRegister(ctx, filepath.Join(folder, "my.parley"))
	if err != nil {
		panic(err)
	}
	defer register.Close()

	day := "2025-03-12"
	docs := func(yield func(record.Document, error) bool) {
		_ = yield(record.Document{
			ID: "en", Published: &day,
			Text: "French President Emmanuel Macron spoke by phone with his Turkish counterpart Recep Tayyip Erdogan on Tuesday.",
		}, nil) && yield(record.Document{
			ID: "fr", Published: &day,
			Text: "Le président français Emmanuel Macron s'est entretenu mardi par téléphone avec son homologue turc Recep Tayyip Erdogan.",
		}, nil)
	}
	added, err := register.Add(ctx, docs, parley.Adding{})
	if err != nil {
		panic(err)
	}
	fmt.Println(added.Added, "documents,", added.NewEntries, "entry")
	// Output:
	// 2 documents, 1 entry
}
