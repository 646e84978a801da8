package passage

import (
	"strings"
	"testing"
)

// page returns an article of about n bytes.
func page(n int) string {
	const paragraph = "The minister said on Tuesday that the two delegations would meet again in Valletta before the end of the month, " +
		"and that “nothing was agreed” on the harbour. His counterpart had called him on Monday, a spokeswoman for the embassy told reporters.\n\n"
	return "Two ministers and a harbour\n\n" + strings.Repeat(paragraph, n/len(paragraph)+1)
}

func BenchmarkSplit(b *testing.B) {
	s := splitter(b)
	for name, text := range map[string]string{
		"paragraphs": page(1 << 20),
		"one-line":   strings.ReplaceAll(page(1<<20), "\n", " "),
		"short":      strings.ReplaceAll(page(1<<18), " on ", "\n"),
		"article":    page(4 << 10),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				s.Split(text, "", "en")
			}
		})
	}
}
