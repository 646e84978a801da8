package browser

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

const samples = "../../../samples"

// address is a page to look at, by the name of its picture.
type address struct{ name, path string }

// addresses are all pages of a site, each with something in it.
func addresses(t *testing.T, s *site) []address {
	t.Helper()
	disputed := entry(t, s, parley.Filter{Disputed: true, Kinds: []string{"call"}, Newest: true})
	arabic := entry(t, s, parley.Filter{Languages: []string{"ar"}, Newest: true})
	return []address{
		{"overview", "/?week=2025-06-16"},
		{"register", "/contacts"},
		{"disputed", "/contacts?disputed=true&party=RUS"},
		{"contact", "/contacts/" + disputed.ID},
		{"contact-arabic", "/contacts/" + arabic.ID},
		{"document", "/documents/" + member(disputed, "")},
		{"document-arabic", "/documents/" + member(arabic, "ar")},
		{"actor", "/actors/USA"},
		{"person", "/actors/Vladimir%20Putin"},
		{"actors", "/actors"},
		{"pair", "/pairs/RUS-USA"},
		{"network", "/network"},
		{"map", "/map"},
		{"calendar", "/calendar?month=2025-06"},
		{"search", "/search?q=ceasefire"},
		{"corrections", "/corrections"},
		{"read", "/read"},
		{"api", "/api"},
		{"sign-in", "/sign-in"},
		{"nothing", "/contacts/ffffffffffff"},
	}
}

func entry(t *testing.T, s *site, f parley.Filter) record.Entry {
	t.Helper()
	for e, err := range s.register.Entries(t.Context(), f) {
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	t.Fatalf("no entry is as %+v", f)
	return record.Entry{}
}

// member is the id of a document in a language that tells of an entry.
func member(e record.Entry, language string) string {
	for _, m := range e.Members {
		if language == "" || m.Language == language {
			return m.Document
		}
	}
	return ""
}

// TestPages looks at every page in every manner: nothing goes wrong, no request leaves the
// server, nothing is cut off at the side, and no text is missing.
func TestPages(t *testing.T) {
	browser := launch(t)
	s := open(t, samples)
	manners := map[string]manner{
		"desk":   desk,
		"plain":  {width: 1280, height: 900},
		"dark":   {width: 1280, height: 900, scripts: true, dark: true},
		"phone":  {width: 360, height: 740, scripts: true},
		"french": {width: 1280, height: 900, scripts: true, lang: "fr"},
		"print":  {width: 800, height: 1100, scripts: true, print: true},
	}
	for _, a := range addresses(t, s) {
		for name, m := range manners {
			t.Run(a.name+"/"+name, func(t *testing.T) {
				p := visit(browser, t, s, a.path, m)
				if a.name == "nothing" {
					p.wrong = nil // the browser reports 404 itself
				}
				p.sound(m)
				p.clean()
			})
		}
	}
}

// sound checks what has to be so on every page. It is asked through the protocol, so that
// it works where scripts of the page are off.
func (p *tab) sound(m manner) {
	p.t.Helper()
	html, err := chromedp.Run(p.ctx, chromedp.OuterHTML(chromedp.CSS("html")))
	if err != nil {
		p.t.Fatal(err)
	}
	if strings.Contains(html, "⟦") {
		p.t.Errorf("a text is missing: %q", html[strings.Index(html, "⟦"):][:40])
	}
	if !strings.Contains(html, "<h1") {
		p.t.Error("the page has no heading")
	}
	if want := either(m.lang, "en"); !strings.Contains(html, `<html lang="`+want+`"`) {
		p.t.Errorf("the page is not in %s", want)
	}
	if !m.scripts {
		return
	}
	if over := evaluate[int](p, `document.documentElement.scrollWidth - window.innerWidth`); over > 0 && !m.print {
		p.t.Errorf("the page is %d pixels wider than the window: %s", over, evaluate[string](p, widest))
	}
}

// widest names what reaches beyond the window, without what scrolls by itself.
const widest = `[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.wide'))
  .slice(0, 3).map(e => e.tagName + '.' + e.className).join(', ')`

// TestAxe lets axe-core look for what shuts people out. Nothing serious may be found.
func TestAxe(t *testing.T) {
	const file = "../../../web/node_modules/axe-core/axe.min.js"
	axe, err := os.ReadFile(file)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("there is no axe-core; make web fetches it: %v", err)
		}
		t.Skip("there is no axe-core; make web fetches it")
	}
	browser := launch(t)
	s := open(t, samples)
	for _, a := range addresses(t, s) {
		for _, dark := range []bool{false, true} {
			t.Run(a.name, func(t *testing.T) {
				p := visit(browser, t, s, a.path, manner{width: 1280, height: 900, scripts: true, dark: dark})
				p.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
					_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](string(axe)+";true"))
					return err
				}))
				found := evaluate[string](p, `axe.run().then(r => JSON.stringify(r.violations.map(v => ({
					id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.map(n => n.html.slice(0, 200) + ' ' + (n.any[0]?.message ?? ''))}))))`)
				var all []struct {
					ID, Impact, Help string
					Nodes            []string
				}
				if err := json.Unmarshal([]byte(found), &all); err != nil {
					t.Fatal(err)
				}
				for _, v := range all {
					if v.Impact == "serious" || v.Impact == "critical" {
						t.Errorf("dark %v: %s (%s): %s\n  %s", dark, v.ID, v.Impact, v.Help, strings.Join(v.Nodes, "\n  "))
					} else {
						t.Logf("%s (%s): %s", v.ID, v.Impact, v.Help)
					}
				}
			})
		}
	}
}

// TestPictures draws the pictures in docs/ with -update, and else checks that they are there.
func TestPictures(t *testing.T) {
	browser := launch(t)
	s := open(t, samples)
	pictures := map[string]manner{
		"overview": desk, "register": desk, "contact": desk, "document": desk, "actor": desk, "pair": desk, "network": desk, "map": desk, "calendar": desk,
		"contact-arabic": {width: 1280, height: 900, scripts: true, dark: true},
	}
	drawn := 0
	for _, a := range addresses(t, s) {
		m, ok := pictures[a.name]
		if !ok {
			continue
		}
		drawn++
		p := visit(browser, t, s, a.path, m)
		file := filepath.Join("../../../docs/web", a.name+".png")
		if !*update {
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%v; go test ./internal/web/browser -run Pictures -update draws it", err)
			}
			continue
		}
		p.settle()
		picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, picture, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if drawn != len(pictures) {
		t.Errorf("%d of %d pictures have a page", drawn, len(pictures))
	}
}

// settle waits until the scripts of a page have drawn what they draw.
func (p *tab) settle() {
	p.t.Helper()
	evaluate[bool](p, `new Promise(done => { const wait = () => document.querySelector('[data-island]:not([data-ready])') && performance.now() < 8000
		? setTimeout(wait, 50) : requestAnimationFrame(() => requestAnimationFrame(() => done(true))); wait(); })`)
}
