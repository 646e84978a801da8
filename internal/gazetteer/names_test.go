package gazetteer

import "testing"

func TestSkeleton(t *testing.T) {
	for _, same := range [][]string{
		{"Poutine", "Putin"}, {"Zelensky", "Zelenski", "Zelenskyy", "Zelenskiy", "Zelenskij"},
		{"Loukachenko", "Lukașenko", "Lukashenko", "Lukaschenko"}, {"Sergueï", "Sergey", "Serghei", "Sergei"},
		{"Lavrov", "Lawrow"}, {"Peskov", "Peskow"}, {"Dmitri", "Dmitry", "Dmitriy"}, {"Erdoğan", "Erdogan"},
		{"Cheikh", "Sheikh"}, {"Khalifa", "Khalifah"}, {"Eltsine", "Yeltsin"}, {"Orbán", "Orban"}, {"Medvedev", "Medwedew"},
	} {
		for _, s := range same[1:] {
			if Skeleton(s) != Skeleton(same[0]) {
				t.Errorf("Skeleton(%q) = %q, Skeleton(%q) = %q", same[0], Skeleton(same[0]), s, Skeleton(s))
			}
		}
	}
	for _, pair := range [][2]string{{"Biden", "Bidon"}, {"Merkel", "Merz"}, {"Xi", "Shi"}, {"Modi", "Moody"}, {"Kim", "Kem"}} {
		if Skeleton(pair[0]) == Skeleton(pair[1]) {
			t.Errorf("%q and %q share the skeleton %q", pair[0], pair[1], Skeleton(pair[0]))
		}
	}
}

func TestSameGiven(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"Mohammed", "Muhamad"}: true, {"Mohammed", "Mahdi"}: false, {"J", "Joe"}: true, {"J", "Bob"}: false,
		{"Ali", "Olu"}: false, {"Hasan", "Hussein"}: true, {"Hasan", "Hasanov"}: false, {"Ivan", "Ivan"}: true,
	} {
		if got := sameGiven(Skeleton(pair[0]), Skeleton(pair[1])); got != want {
			t.Errorf("sameGiven(%q, %q) = %v", pair[0], pair[1], got)
		}
	}
}
