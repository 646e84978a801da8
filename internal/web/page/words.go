package page

import (
	"html/template"
	"net/url"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/internal/web/lang"
	"github.com/parley-news/parley/internal/web/static"
	"github.com/parley-news/parley/record"
)

// words are what templates say in one language.
type words struct {
	*lang.Lang
	world *gazetteer.World
}

// funcs are the functions of templates. t and n are texts of the interface.
func (w *words) funcs() template.FuncMap {
	return template.FuncMap{
		"t": w.Text, "n": w.Count, "number": w.Number,
		"lang": func() string { return w.Code }, "languages": lang.Codes,
		"kind": w.kind, "status": w.of("status"), "step": w.of("step"), "topic": w.of("topic"), "act": w.of("act"),
		"field": w.of("field"), "role": w.of("role"), "genre": w.of("genre"), "action": w.of("action"),
		"languageName": w.Language, "languageItself": itself,
		"name": w.name, "office": w.office,
		"day": w.day, "weekday": w.weekday, "weekdays": w.weekdays, "dayNumber": dayNumber, "month": w.longMonth, "legend": func() []string { return record.Statuses }, "marked": marked, "strip": stripOf, "years": func(months int) int { return months / 12 }, "shape": func(kind string) string { return shapes[kind] }, "officeName": w.officeName, "hitAt": hitAt, "days": w.days, "when": w.when, "duration": w.duration,
		"contactURL": contactURL, "documentURL": documentURL, "actorURL": actorURL, "pairURL": PairURL, "anchor": anchor,
		"dir": direction, "value": value, "script": script, "stylesheet": static.Stylesheet, "join": strings.Join,
		"markClass": markClass, "markTitle": w.markTitle, "contactName": w.contactName, "evidenceField": w.evidenceField, "warning": w.warning, "hasComments": hasComments, "weburl": weburl,
		"dict": dict, "said": w.said, "asked": w.asked, "own": func(name string) bool { return slices.Contains(ownFields, name) }, "why": w.why, "at": w.at, "less": less, "instant": w.instant, "logged": w.logged, "roles": func() []string { return access.Roles }, "settable": func() []string { return record.Settable }, "topicWords": topicWords, "navigation": func() []link { return navigation },
	}
}

// of says a word of a closed list of the records.
func (w *words) of(list string) func(string) string {
	return func(word string) string { return w.Text("words." + list + "." + word) }
}

// kind says the kind of a contact; a summit is one.
func (w *words) kind(kind string, summit bool) string {
	if summit && kind == "meeting" {
		return w.Text("words.summit")
	}
	return w.Text("words.kind." + kind)
}

// name says the name of a state or organisation by its id.
func (w *words) name(id string) string {
	alpha2 := ""
	if s := w.world.States[id]; s != nil {
		alpha2 = s.Alpha2
	}
	return w.Name(id, alpha2, w.world.ActorName(id))
}

// office says an office by its id, "" for none. A world that was imported may have more of
// them than there are texts for.
func (w *words) office(id *string) string {
	if key := "office." + value(id); w.Has(key) {
		return w.Text(key)
	}
	return strings.ReplaceAll(value(id), "-", " ")
}

// ownFields are the parameters that the form of the register has fields for, and those that
// a new question begins without.
var ownFields = []string{"from", "to", "disputed", "rejected", "after"}

// link is a page of the menu: the key of its name, and its address.
type link struct{ Text, Href string }

var navigation = []link{
	{"site.overview", "/"}, {"site.contacts", "/contacts"}, {"site.calendar", "/calendar"}, {"site.network", "/network"}, {"site.map", "/map"},
	{"site.corrections", "/corrections"}, {"site.read", "/read"},
}

// itself is the name of a language in that language.
func itself(code string) string { return lang.Of(code).Language(code) }

// script is the address of a script, "" when it was not built.
func script(name string) string {
	address, _ := static.Script(name)
	return address
}

// officeName says an office of the gazetteer by its id.
func (w *words) officeName(id string) string {
	if o := w.world.Offices[id]; o != nil {
		return o.Name
	}
	return id
}

func contactURL(id string) string { return "/contacts/" + url.PathEscape(id) }

// documentURL is the address of a document. An id that ends as the address of a page as
// JSON does is written so that it is no such end.
func documentURL(id string) string {
	s := "/documents/" + url.PathEscape(id)
	if rest, ok := strings.CutSuffix(s, ".json"); ok {
		return rest + "%2Ejson"
	}
	return s
}

func actorURL(id string) string { return "/actors/" + url.PathEscape(id) }

// PairURL is the address of what was between two parties, the same in either order.
func PairURL(a, b string) string {
	return "/pairs/" + url.PathEscape(min(a, b)) + "-" + url.PathEscape(max(a, b))
}

// anchor names the place of some words in the page of their document.
func anchor(w record.Words) string {
	at := itoa(w.Start) + "-" + itoa(w.End)
	return documentURL(w.Document) + "?at=" + at + "#w" + at
}

// direction is the direction in which a language is written.
func direction(code string) string {
	if slices.Contains([]string{"ar", "fa", "he", "ur", "ps", "yi", "dv", "ckb", "sd", "ug"}, code) {
		return "rtl"
	}
	return "ltr"
}

// value is the text behind a pointer, "" for nil.
func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// dict makes a map of names and values, to hand several values to a part of a page.
func dict(pairs ...any) map[string]any {
	out := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if name, ok := pairs[i].(string); ok {
			out[name] = pairs[i+1]
		}
	}
	return out
}
