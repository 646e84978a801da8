package parley_test

import (
	"context"
	"fmt"

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
