package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/internal/web/page"
	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

func told(id, outlet, day, language, title, text string) record.Document {
	return record.Document{ID: id, Outlet: &outlet, Published: &day, Language: language, Title: title, Text: text}
}

// calls are documents that tell of a call between France and Türkiye of which the sides
// differ, and one that tells of another contact.
func calls() []record.Document {
	return []record.Document{
		told("call-en", "The Courier", "2025-03-12", "en", "Macron <script>alert(1)</script> and Erdogan speak",
			"French President Emmanuel Macron spoke by phone with his Turkish counterpart Recep Tayyip Erdogan on Tuesday. "+
				"The call was held at the request of the Turkish side, the French presidency said."),
		told("call-fr", "La Gazette", "2025-03-14", "fr", "Appel entre Paris et Ankara",
			"Le président français Emmanuel Macron s'est entretenu mardi par téléphone avec son homologue turc Recep Tayyip Erdogan. "+
				"Selon la présidence turque, l'appel a eu lieu à la demande de la France."),
		told("https://news.example/visit?a=1&b=<script>.json", "Вестник", "2025-03-14", "ru", "Лавров встретился с Ван И",
			"Министр иностранных дел России Сергей Лавров встретился в четверг в Москве с министром иностранных дел Китая Ван И. Они обсудили поставки зерна."),
	}
}

func TestContactPage(t *testing.T) {
	d := newDesk(t, calls()...)
	e := d.entryOf("call-en")
	if len(e.Members) != 2 || len(e.Disputed) == 0 {
		t.Fatalf("the call has %d documents and is disputed on %v", len(e.Members), e.Disputed)
	}
	shown := d.get("/contacts/"+e.ID, "en")
	shows(t, shown, "Turkey", "≠ asked for by", "The accounts side by side", "at the request of", "à la demande de",
		`<q class="words" lang="fr" dir="ltr"`, "/documents/call-en?at=", "does not say", "Macron &lt;script&gt;", "The Courier")
	lacks(t, shown, "<script>alert", "Correct this entry")
	shows(t, d.get("/contacts/"+e.ID, "fr"), "Türkiye", `<html lang="fr"`, "14 mars 2025")

	var v struct {
		Entry    record.Entry
		Evidence []view.Evidence
		Sides    []view.Side
		Life     []view.Step
	}
	if err := json.Unmarshal([]byte(d.get("/contacts/"+e.ID+".json", "en")), &v); err != nil {
		t.Fatal(err)
	}
	if v.Entry.ID != e.ID || len(v.Sides) < 2 || len(v.Evidence) == 0 || len(v.Life) == 0 {
		t.Errorf("the page as JSON has %d sides, %d words and %d steps", len(v.Sides), len(v.Evidence), len(v.Life))
	}
	for _, ev := range v.Evidence {
		if ev.Before == "" && ev.After == "" {
			t.Errorf("nothing stands around the words for %s: %q", ev.Field, ev.Text)
		}
	}
}

func TestContactIsFound(t *testing.T) {
	d := newDesk(t, calls()...)
	e := d.entryOf("call-en")
	other := e.Members[0].Contact
	if other == e.ID {
		other = e.Members[1].Contact
	}
	for _, end := range []string{"", ".json"} {
		a := d.ask(http.MethodGet, "/contacts/"+other+end, nil)
		if a.status != http.StatusMovedPermanently || a.header.Get("Location") != "/contacts/"+e.ID+end {
			t.Errorf("%s%s: %d to %q", other, end, a.status, a.header.Get("Location"))
		}
		if a := d.ask(http.MethodGet, "/contacts/ffffffffffff"+end, nil); a.status != http.StatusNotFound {
			t.Errorf("an entry that is not there%s: %d", end, a.status)
		}
	}
	if a := d.ask(http.MethodGet, "/contacts/"+e.ID+"?party=FRA", nil); a.status != http.StatusBadRequest {
		t.Errorf("a parameter that the page has not: %d", a.status)
	}
}

func TestCorrect(t *testing.T) {
	d := newDesk(t, calls()...)
	e := d.entryOf("call-en")
	address := "/contacts/" + e.ID + "/corrections"
	if a := d.ask(http.MethodPost, address, url.Values{"action": {"confirm"}, "reason": {"x"}}); a.status != http.StatusForbidden {
		t.Errorf("a reader corrects: %d", a.status)
	}
	ada := d.as(access.Editor)
	shows(t, ada.get("/contacts/"+e.ID, "en"), "Correct this entry", `value="call-en|`, `action="/contacts/`+e.ID+`/corrections"`)
	do := func(want int, form url.Values) {
		t.Helper()
		a := ada.ask(http.MethodPost, address, form)
		if a.status != want {
			t.Fatalf("%v: %d, not %d\n%s", form, a.status, want, a.body)
		}
		if want == http.StatusSeeOther && a.header.Get("Location") != "/contacts/"+e.ID {
			t.Errorf("%v leads to %s", form, a.header.Get("Location"))
		}
	}
	do(http.StatusBadRequest, url.Values{"action": {"confirm"}, "reason": {" "}})
	do(http.StatusBadRequest, url.Values{"action": {"melt"}, "reason": {"x"}})
	do(http.StatusBadRequest, url.Values{"action": {"set"}, "field": {"colour"}, "value": {"red"}, "reason": {"x"}})
	do(http.StatusBadRequest, url.Values{"action": {"set"}, "field": {"date"}, "value": {"tomorrow"}, "reason": {"x"}})
	do(http.StatusBadRequest, url.Values{"action": {"set"}, "field": {"initiator"}, "value": {"Frence"}, "reason": {"x"}})
	do(http.StatusBadRequest, url.Values{"action": {"merge"}, "entry": {e.ID}, "reason": {"x"}})
	do(http.StatusBadRequest, url.Values{"action": {"split"}, "reason": {"x"}})
	do(http.StatusNotFound, url.Values{"action": {"undo"}, "undoes": {"77"}, "reason": {"x"}})
	if log, _ := d.register.Corrections(t.Context()); len(log) != 0 {
		t.Fatalf("%d corrections were made of what makes no sense", len(log))
	}

	do(http.StatusSeeOther, url.Values{"action": {"set"}, "field": {"initiator"}, "value": {"Turquie"}, "reason": {"both <b>say</b> so"}})
	shown := ada.get("/contacts/"+e.ID, "en")
	shows(t, shown, "Corrections in force", "both &lt;b&gt;say&lt;/b&gt; so", "✎ corrected")
	if now := d.entryOf("call-en"); now.Initiator == nil || now.Initiator.ID != "TUR" {
		t.Errorf("asked for by %v", now.Initiator)
	}
	do(http.StatusSeeOther, url.Values{"action": {"undo"}, "undoes": {"1"}, "reason": {"no"}})
	if now := d.entryOf("call-en"); now.Initiator != nil {
		t.Errorf("asked for by %v, though undone", now.Initiator)
	}

	visit := d.entryOf("https://news.example/visit?a=1&b=<script>.json")
	do(http.StatusSeeOther, url.Values{"action": {"merge"}, "entry": {" https://parley.example/contacts/" + visit.ID}, "reason": {"one"}})
	if now := d.entryOf("call-en"); len(now.Members) != 3 {
		t.Errorf("%d documents after merging", len(now.Members))
	}
	events, err := d.keeper.Events(t.Context(), 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	done, refused := 0, 0
	for _, ev := range events {
		if ev.Action == "correct" && ev.Outcome == "done" && ev.Who == "Ada" && strings.Contains(ev.Detail, "(") {
			done++
		}
		if ev.Action == "correct" && ev.Outcome == "refused" {
			refused++
		}
	}
	if done < 3 || refused != 1 {
		t.Errorf("the audit log has %d corrections and %d that were refused", done, refused)
	}
}

func TestSplit(t *testing.T) {
	d := newDesk(t, calls()...)
	e := d.entryOf("call-en")
	ada := d.as(access.Editor)
	var contact string
	for _, m := range e.Members {
		if m.Document == "call-fr" {
			contact = m.Document + "|" + m.Contact
		}
	}
	a := ada.ask(http.MethodPost, "/contacts/"+e.ID+"/corrections", url.Values{"action": {"split"}, "contact": {contact}, "reason": {"another call"}})
	if a.status != http.StatusSeeOther {
		t.Fatalf("%d\n%s", a.status, a.body)
	}
	if en, fr := d.entryOf("call-en"), d.entryOf("call-fr"); en.ID == fr.ID {
		t.Error("they are one entry still")
	}
	shows(t, d.get("/contacts/"+d.entryOf("call-en").ID, "fr"), "another call")
}

func TestContactWentToSeveral(t *testing.T) {
	d := newDesk(t)
	for lang, says := range map[string]string{"en": "This entry is no more", "fr": "Cette fiche n’existe plus"} {
		var out strings.Builder
		v := view.Contact{Successors: []string{"0123456789abcdef", "fedcba9876543210"}}
		if err := d.server.printer.Print(&out, "contact", page.Look{Lang: lang}, v); err != nil {
			t.Fatal(err)
		}
		shows(t, out.String(), says, `href="/contacts/0123456789abcdef"`, `href="/contacts/fedcba9876543210"`)
		lacks(t, out.String(), "⟦")
	}
}

func TestAmbiguous(t *testing.T) {
	text := "French President Emmanuel Macron met Turkish President Recep Tayyip Erdogan in Paris on Tuesday."
	d := newDesk(t, told("abcdef01", "A", "2025-03-12", "en", "", text), told("abcdef02", "B", "2025-03-12", "en", "", text))
	a := d.ask(http.MethodGet, "/documents/abcdef", nil)
	if a.status != http.StatusNotFound {
		t.Errorf("%d", a.status)
	}
	shows(t, a.body, `href="/documents/abcdef01"`, `href="/documents/abcdef02"`, "Perhaps one of these")
	lacks(t, a.body, d.register.Path())
	shows(t, d.ask(http.MethodGet, "/documents/abcdef.json", nil).body, `"meant":["/documents/abcdef01","/documents/abcdef02"]`)
}

func TestContactAmongOthers(t *testing.T) {
	var docs []record.Document
	for i, day := range []string{"2025-03-12", "2025-03-19", "2025-03-26", "2025-04-02", "2025-04-09"} {
		docs = append(docs, told(string(rune('a'+i)), "The Courier", day, "en", "", "French President Emmanuel Macron spoke by phone with Turkish President Recep Tayyip Erdogan on Tuesday."))
	}
	d := newDesk(t, docs...)
	e := d.entryOf("c")
	shown := d.get("/contacts/"+e.ID, "en")
	at := 0
	for _, day := range []string{"11 Mar 2025", "18 Mar 2025", "this one", "1 Apr 2025", "8 Apr 2025"} {
		next := strings.Index(shown[at:], day)
		if next < 0 {
			t.Fatalf("%s does not stand where it should", day)
		}
		at += next
	}
	shows(t, shown, `href="/pairs/FRA-TUR"`, `download="parley-`+e.ID+`.json"`, `data-copy="/contacts/`+e.ID+`"`)
}

func TestLife(t *testing.T) {
	d := newDesk(t,
		told("plan", "The Courier", "2025-05-01", "en", "", "German Chancellor Friedrich Merz will meet Polish Prime Minister Donald Tusk in Berlin on 20 May 2025."),
		told("met", "The Courier", "2025-05-20", "en", "", "German Chancellor Friedrich Merz met Polish Prime Minister Donald Tusk in Berlin on 20 May 2025."))
	e := d.entryOf("plan")
	if len(e.Life) != 2 {
		t.Fatalf("its life has %d steps", len(e.Life))
	}
	shows(t, d.get("/contacts/"+e.ID, "en"), "19 days later", "told on 1 May 2025", "scheduled", "joined by the same")
	shows(t, d.get("/contacts/"+e.ID, "fr"), "19 jours plus tard")
}
