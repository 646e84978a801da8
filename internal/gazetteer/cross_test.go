package gazetteer

import (
	"os"
	"testing"
)

// TestAcross looks up names in scripts in which the gazetteer may not have them.
func TestAcross(t *testing.T) {
	w, err := Load(os.DirFS("../../world"))
	if err != nil {
		t.Fatal(err)
	}
	for written, want := range map[string]string{
		"Владимир Путин": "Vladimir Putin", "Володимир Путін": "Vladimir Putin", "Джо Байден": "Joe Biden", "Дональд Трамп": "Donald Trump",
		"Эммануэль Макрон": "Emmanuel Macron", "Олаф Шольц": "Olaf Scholz", "Борис Джонсон": "Boris Johnson", "Эрдоган": "Recep Tayyip Erdoğan",
		"Александр Лукашенко": "Alexander Lukashenko", "Энтони Блинкен": "Antony Blinken", "Виктор Орбан": "Viktor Orbán",
		"فلاديمير بوتين": "Vladimir Putin", "إيمانويل ماكرون": "Emmanuel Macron", "جو بايدن": "Joe Biden", "دونالد ترامب": "Donald Trump",
		"أنتوني بلينكن": "Antony Blinken", "عبد الفتاح السيسي": "Abdel Fattah el-Sisi", "محمد بن سلمان": "Mohammed bin Salman",
		"سيرغي لافروف": "Sergey Lavrov", "بنيامين نتنياهو": "Benjamin Netanyahu", "Сергій Лавров": "Sergey Lavrov", "Ангела Меркель": "Angela Merkel",
	} {
		ms := w.Find(written)
		if len(ms) == 0 || ms[0].Person.Name != want {
			t.Errorf("%q: %v, want %q", written, ms, want)
		}
	}
}
