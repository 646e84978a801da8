package annotate_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/sample"
)

// reports are sentences from which the benchmark builds documents.
var reports = map[string][]string{
	"en": {
		"French President Emmanuel Macron spoke by phone with his Ukrainian counterpart Volodymyr Zelensky on Tuesday.",
		"\"We agreed to keep the channel open,\" the Elysee said in a statement, adding that the two leaders would meet in Paris next month.",
		"Foreign ministers of Turkey, Egypt and Jordan discussed the situation in the region, according to the Turkish Foreign Ministry.",
		"Kremlin spokesman Dmitry Peskov told reporters in Moscow that no contacts with Washington were planned for this week.",
	},
	"fr": {
		"Le ministre russe des Affaires étrangères, Sergueï Lavrov, a rencontré mardi à Ankara son homologue turc Hakan Fidan.",
		"« Nous sommes prêts à reprendre les pourparlers », a déclaré le porte-parole du ministère iranien des Affaires étrangères.",
		"Les présidents du Kenya, de l'Ouganda et du Rwanda se sont entretenus par téléphone de la situation dans l'est du Congo.",
		"Selon l'agence TASS, une visite du secrétaire d'État américain à Moscou n'est pas à l'ordre du jour.",
	},
	"ro": {
		"Președintele României, Klaus Iohannis, a avut marți o convorbire telefonică cu cancelarul german Olaf Scholz.",
		"„Am convenit să rămânem în contact”, a declarat ministrul de externe Bogdan Aurescu după întâlnirea cu omologul său turc.",
		"Miniștrii de externe ai Poloniei și Ungariei au discutat la București despre situația din regiune.",
		"Potrivit Kremlinului, o întâlnire între Vladimir Putin și Joe Biden nu este planificată deocamdată.",
	},
}

// BenchmarkRun annotates documents of about three kilobytes.
func BenchmarkRun(b *testing.B) {
	for _, lang := range slices.Sorted(maps.Keys(reports)) {
		b.Run(lang, func(b *testing.B) {
			sample.Lexicon(b, lang)
			var doc strings.Builder
			for i := 0; doc.Len() < 3000; i++ {
				doc.WriteString(reports[lang][i%len(reports[lang])])
				doc.WriteByte("  \n"[i%3])
			}
			s := doc.String()
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				if d := sample.Read(b, lang, s, sample.Day); len(d.Sentences) == 0 {
					b.Fatal("no sentences")
				}
			}
		})
	}
}
