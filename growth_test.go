package parley

import (
	"fmt"
	"strings"
)

// growths are texts of any length, each hard on one part of the reader.
var growths = []struct {
	name  string
	piece func(i int) string
}{
	{"news", func(i int) string {
		return fmt.Sprintf("The foreign minister of France met his German counterpart in Vienna on %d May. \"We agree,\" he said.\n", i%28+1)
	}},
	{"no full stop", func(int) string { return "the president of Poland spoke with the king of Jordan and " }},
	{"one word", func(int) string { return "aaaaaaaaaa" }},
	{"names", func(i int) string { return fmt.Sprintf("Mr %s Ab%s met Mr Cd%s. ", name(i), name(i), name(i+7)) }},
	{"pairs", func(i int) string {
		return fmt.Sprintf("%s met the president of %s. ", name(i), countries[i%len(countries)])
	}},
	{"contacts", func(i int) string {
		n := len(countries)
		return fmt.Sprintf("The foreign ministers of %s and %s held talks on %d May %d. ", countries[i%n], countries[(i/n+i+1)%n], i%28+1, 1900+i%120)
	}},
	{"open quotes", func(i int) string { return "\"We agree with “Moscow on « this. " }},
	{"quotes", func(int) string {
		return "\"We will meet again soon,\" said Lavrov. \"It was a good day for us all.\" "
	}},
	{"quoted words", func(int) string { return "\"yes\" " }},
	{"lists", func(i int) string { return countries[i%len(countries)] + ", " }},
	{"brackets", func(int) string { return "((( met with " }},
	{"cues", func(int) string { return "met called said visited " }},
	{"pronouns", func(int) string { return "He said they met and she told him. The two leaders agreed. " }},
	{"lines", func(int) string { return "Lavrov\n" }},
	{"comments", func(i int) string { return fmt.Sprintf("user%d\n2 hours ago\nI do not believe it.\nReply\n", i) }},
	{"dates", func(i int) string { return fmt.Sprintf("on %d May %d, ", i%28+1, 2000+i%26) }},
	{"digits", func(i int) string { return fmt.Sprintf("%d.", i) }},
	{"stops", func(int) string { return ". " }},
	{"capitals", func(int) string { return "Al El Bin Van Der " }},
	{"marks", func(int) string { return "e\u0301\u0301\u0301" }},
	{"apostrophes", func(int) string { return "l'" }},
	{"hyphens", func(int) string { return "Kim-" }},
	{"spaces", func(int) string { return "        \t" }},
}

var countries = []string{"France", "Germany", "Poland", "Italy", "Spain", "Russia", "China", "Japan", "India", "Egypt", "Jordan", "Turkey", "Iran", "Iraq", "Kenya", "Ghana", "Chad", "Mali", "Peru", "Chile", "Cuba"}

// name spells a number as a word with a capital.
func name(i int) string {
	var b strings.Builder
	for b.WriteByte(byte('A' + i%26)); i > 0; i /= 26 {
		b.WriteByte(byte('a' + i%26))
		b.WriteByte("aeiou"[i%5])
	}
	return b.String()
}

// grown repeats pieces up to a length in bytes.
func grown(piece func(int) string, size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(piece(i))
	}
	return b.String()
}
