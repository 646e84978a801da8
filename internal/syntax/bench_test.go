package syntax

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

var benchSentences = [][]string{
	strings.Fields("Le ministre des Affaires étrangères s' est entretenu mardi par téléphone avec son homologue turc , a annoncé son porte-parole ."),
	strings.Fields("Les deux dirigeants devraient se retrouver à Genève en marge du sommet , selon une source proche du dossier ."),
	strings.Fields("Reçu à Rome par la présidente du Conseil , le chancelier n' a pas souhaité commenter les propos tenus la veille à Varsovie ."),
}

func words(sentences [][]string) int {
	n := 0
	for _, s := range sentences {
		n += len(s)
	}
	return n
}

func BenchmarkAnalyse(b *testing.B) {
	m := shippedModel(b, "fr")
	var a Analysis
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range benchSentences {
			m.Analyse(s, &a)
		}
	}
	b.ReportMetric(float64(words(benchSentences)*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkParse(b *testing.B) {
	m := shippedModel(b, "fr")
	tagged := make([][]Tagged, len(benchSentences))
	var a Analysis
	for i, s := range benchSentences {
		m.Analyse(s, &a)
		tagged[i] = a.AppendTagged(nil)
	}
	var t Tree
	b.ReportAllocs()
	for b.Loop() {
		for i := range tagged {
			m.Parse(tagged[i], &t)
			for k := range tagged[i] {
				t.Rel(k)
			}
		}
	}
	b.ReportMetric(float64(words(benchSentences)*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	file, err := os.ReadFile("../../packs/fr/syntax.model")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(bytes.NewReader(file)); err != nil {
			b.Fatal(err)
		}
	}
}
