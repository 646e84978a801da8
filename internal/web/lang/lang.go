// Package lang holds the words of the web application's pages, in the languages they
// can be read in: a folder per language, a file per page or kind of word.
//
//	en := lang.Of("en")
//	en.Text("contacts.title")                    // "Register"
//	en.Text("contact.told", "name", "Kremlin")   // "As the Kremlin tells it"
//	en.Count("count.documents", 3)               // "3 documents"
//
// A key is the name of its file, a full stop, and the name in it. Every language has
// the same keys with the same places for values, {name}; a test holds them together.
package lang

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

//go:embed en fr
var files embed.FS

// Lang is the words of one language.
type Lang struct {
	// Code is that of BCP 47: en, fr.
	Code  string
	tag   language.Tag
	texts map[string]string
	// names are what states and bodies are called, by id, where neither the world nor
	// Unicode's names of regions have it as this language and the United Nations do.
	names              map[string]string
	regions, languages display.Namer
}

// all are the built-in languages by code; they are known to be sound, as tests load them.
var all = sync.OnceValue(func() map[string]*Lang {
	l, err := load(files)
	if err != nil {
		panic(err)
	}
	return l
})

// Codes lists the languages, sorted.
func Codes() []string { return slices.Sorted(maps.Keys(all())) }

// Of returns a language by its code, nil when there is none of that code.
func Of(code string) *Lang { return all()[code] }

// Chosen returns the language that suits an Accept-Language header best; English when
// none does.
func Chosen(header string) *Lang {
	tags, _, err := language.ParseAcceptLanguage(header)
	if err != nil {
		return Of("en")
	}
	for _, t := range tags {
		base, _ := t.Base()
		if l := Of(base.String()); l != nil {
			return l
		}
	}
	return Of("en")
}

// Text returns the text of a key, with values, given as name and value in turn, put into
// their places. A key that does not exist is a mistake of the program: it is returned
// between ⟦ and ⟧, which tests of the pages look for.
func (l *Lang) Text(key string, values ...any) string {
	s, ok := l.texts[key]
	if !ok {
		return "⟦" + key + "⟧"
	}
	for i := 0; i+1 < len(values); i += 2 {
		s = strings.ReplaceAll(s, "{"+fmt.Sprint(values[i])+"}", fmt.Sprint(values[i+1]))
	}
	return s
}

// Has reports whether there is a text for a key.
func (l *Lang) Has(key string) bool { _, ok := l.texts[key]; return ok }

// Count is Text of the key with the plural form of a number behind it, as
// count.documents.one, with {n} for the number.
func (l *Lang) Count(key string, n int, values ...any) string {
	form := "other"
	if plural.Cardinal.MatchPlural(l.tag, n, 0, 0, 0, 0) == plural.One {
		form = "one"
	}
	return l.Text(key+"."+form, append(values, "n", l.Number(n))...)
}

// Number writes a whole number with its thousands apart, as the language does.
func (l *Lang) Number(n int) string {
	s := strconv.Itoa(n)
	from := 0
	if n < 0 {
		from = 1
	}
	for i := len(s) - 3; i > from; i -= 3 {
		s = s[:i] + l.texts["words.thousands"] + s[i:]
	}
	return s
}

// Name is what the language calls a state or organisation of which the id, the ISO 3166
// alpha-2 code ("" for an organisation) and the English name are given.
func (l *Lang) Name(id, alpha2, english string) string {
	if name := l.names[id]; name != "" {
		return name
	}
	if l.Code == "en" || alpha2 == "" {
		return english
	}
	region, err := language.ParseRegion(alpha2)
	if err != nil {
		return english
	}
	if name := l.regions.Name(region); name != "" {
		return name
	}
	return english
}

// Language is what this language calls another one by its code, the code itself where it
// has no name for it.
func (l *Lang) Language(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	return cmp.Or(l.languages.Name(tag), code)
}

// load reads the folders of languages. The errors name file, line and column.
func load(fsys fs.FS) (map[string]*Lang, error) {
	names, err := fs.Glob(fsys, "*/*.yaml")
	if err != nil {
		return nil, err
	}
	out := map[string]*Lang{}
	var wrong []error
	for _, name := range names {
		code := path.Dir(name)
		l := out[code]
		if l == nil {
			tag, err := language.Parse(code)
			if err != nil {
				return nil, fmt.Errorf("lang: %s is no code of a language: %w", code, err)
			}
			l = &Lang{Code: code, tag: tag, texts: map[string]string{}, names: map[string]string{}, regions: display.Regions(tag), languages: display.Languages(tag)}
			out[code] = l
		}
		wrong = append(wrong, l.read(fsys, name))
	}
	return out, errors.Join(wrong...)
}

func (l *Lang) read(fsys fs.FS, name string) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("lang: reading a language: %w", err)
	}
	texts := map[string]string{}
	if err := yaml.UnmarshalWithOptions(data, &texts, yaml.Strict()); err != nil {
		return fmt.Errorf("lang: %s: %w", name, err)
	}
	if path.Base(name) == "names.yaml" {
		l.names = texts
		return nil
	}
	prefix := strings.TrimSuffix(path.Base(name), ".yaml") + "."
	for key, text := range texts {
		l.texts[prefix+key] = text
	}
	return nil
}
