package browser

import (
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/web/static"
)

// trial is a page with one island and the data for it, served as the program serves its
// own: under the same policy, which the browser enforces.
type trial struct {
	island string
	data   any
	// attributes are those of the island besides; more stands below it.
	attributes map[string]string
	more       string
}

type asking struct {
	mu    sync.Mutex
	asked []string
}

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// try serves the page at /page, its data at /data.json, and says what data was asked for.
func try(t *testing.T, a trial) (*site, *asking) {
	t.Helper()
	script, ok := static.Script(a.island)
	if !ok {
		if os.Getenv("CI") == "true" {
			t.Fatal("the scripts are not built; make web builds them")
		}
		t.Skip("the scripts are not built; make web builds them")
	}
	log := &asking{}
	mux := http.NewServeMux()
	mux.Handle("GET /static/", static.Handler())
	mux.HandleFunc("GET /data.json", func(w http.ResponseWriter, r *http.Request) {
		log.mu.Lock()
		log.asked = append(log.asked, r.URL.RawQuery)
		log.mu.Unlock()
		w.Header().Set("Content-Type", "application/json")
		if err := json.NewEncoder(w).Encode(a.data); err != nil {
			t.Error(err)
		}
	})
	mux.HandleFunc("GET /page", func(w http.ResponseWriter, r *http.Request) {
		var more strings.Builder
		for name, value := range a.attributes {
			fmt.Fprintf(&more, " %s=%q", name, html.EscapeString(value))
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", policy)
		fmt.Fprintf(w, `<!doctype html><html lang="en"><title>Trial</title><link rel="stylesheet" href="%s"><link rel="icon" href="/static/icon.svg"><main><h1>Trial</h1>`+
			`<div data-island="%s" data-src="/data.json" data-text-failed="failed"%s></div>%s</main><script type="module" src="%s"></script></html>`,
			static.Stylesheet(), a.island, more.String(), a.more, script)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return &site{Server: server}, log
}

// press sends a key to what has the focus.
func (p *tab) press(key string) {
	p.t.Helper()
	evaluate[bool](p, fmt.Sprintf(`document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: %q, bubbles: true, cancelable: true}))`, key))
}

func TestTimeline(t *testing.T) {
	browser := launch(t)
	contact := func(id, kind, status, from, to string, disputed bool) map[string]any {
		return map[string]any{"id": id, "title": "Title of " + id, "kind": kind, "status": status, "from": from, "to": to, "disputed": disputed, "sides": []string{"A", "B"}, "href": "/contacts/" + id}
	}
	s, _ := try(t, trial{
		island: "timeline",
		data: map[string]any{"line": []any{
			contact("c", "visit", "denied", "2025-06-20", "2025-06-22", true),
			contact("a", "call", "held", "2025-03-01", "2025-03-01", false),
			contact("b", "meeting", "scheduled", "2025-03-02", "2025-03-02", false),
			map[string]any{"id": "d", "title": "no day", "kind": "call", "status": "held", "from": "", "to": "", "href": "/contacts/d"},
		}},
		attributes: map[string]string{"data-at": "line", "data-today": "2025-06-19", "data-text-status-held": "took place", "data-text-disputed": "accounts differ"},
	})
	for _, width := range []int64{1280, 360} {
		p := visit(browser, t, s, "/page", manner{width: width, height: 800, scripts: true})
		p.settle()
		marks := evaluate[[]string](p, `[...document.querySelectorAll('svg.timeline a')].map(a => a.getAttribute('href') + ' ' + a.getAttribute('aria-label'))`)
		want := []string{
			"/contacts/a Title of a, 1 Mar 2025, A – B, took place",
			"/contacts/b Title of b, 2 Mar 2025, A – B",
			"/contacts/c Title of c, 20–22 Jun 2025, A – B, accounts differ",
		}
		for i := range marks {
			marks[i] = strings.NewReplacer("\u2009", " ", "\u202f", " ").Replace(marks[i])
		}
		if diff := cmp.Diff(want, marks); diff != "" {
			t.Errorf("marks (-want +got):\n%s", diff)
		}
		evaluate[bool](p, `document.querySelector('svg.timeline a[tabindex="0"]').focus() ?? true`)
		p.press("ArrowRight")
		p.press("ArrowRight")
		if at := evaluate[string](p, `document.activeElement.getAttribute('href')`); at != "/contacts/c" {
			t.Errorf("two steps to the right lead to %s", at)
		}
		if told := evaluate[string](p, `document.querySelector('.tip').innerText`); !strings.Contains(told, "Title of c") {
			t.Errorf("what has the focus is not told: %q", told)
		}
		if one := evaluate[int](p, `document.querySelectorAll('svg.timeline a[tabindex="0"]').length`); one != 1 {
			t.Errorf("%d marks are reached by the Tab key, want one", one)
		}
		before := evaluate[float64](p, apart)
		p.press("+")
		if after := evaluate[float64](p, apart); after < 1.5*before {
			t.Errorf("marks are %.0f pixels apart, after the plus key %.0f", before, after)
		}
		p.sound(manner{width: width, scripts: true})
		p.clean()
	}
}

// apart is how far the first two marks are from one another.
const apart = `(([a, b]) => b.x - a.x)([...document.querySelectorAll('svg.timeline a .shape')].slice(0, 2).map(m => m.getBoundingClientRect()))`

func TestNetwork(t *testing.T) {
	browser := launch(t)
	node := func(id, name string, contacts int) map[string]any {
		return map[string]any{"id": id, "name": name, "type": "party", "contacts": contacts}
	}
	s, log := try(t, trial{
		island: "network",
		data: map[string]any{
			"nodes": []any{node("FRA", "", 7), node("DEU", "Germany", 5), node("TUR", "Türkiye", 9)},
			"edges": []any{
				map[string]any{"from": "DEU", "to": "FRA", "contacts": 3, "held": 3, "first": "2025-01-02", "last": "2025-02-03"},
				map[string]any{"from": "FRA", "to": "TUR", "contacts": 4, "planned": 4},
			},
			"days": []any{map[string]any{"day": "2025-01-02", "contacts": 3}, map[string]any{"day": "2025-03-04", "contacts": 4}},
		},
		attributes: map[string]string{
			"data-href-node": "/actors/{id}", "data-href-edge": "/pairs/{id}", "data-form": "when", "data-text-label": "network",
			"data-text-contacts-other": "{n} contacts", "data-text-partners-other": "{n} partners", "data-text-hint": "point",
		},
		more: `<form id="when"><input type="date" name="from"><input type="date" name="to"></form><a href="/actors/FRA">France</a>`,
	})
	p := visit(browser, t, s, "/page", desk)
	p.settle()
	links := evaluate[[]string](p, `[...document.querySelectorAll('.parties a')].map(a => a.getAttribute('href') + ' ' + a.innerText.replace(/\s+/g, ' '))`)
	if diff := cmp.Diff([]string{"/actors/TUR Türkiye 9", "/actors/FRA France 7", "/actors/DEU Germany 5"}, links); diff != "" {
		t.Errorf("parties (-want +got):\n%s", diff)
	}
	evaluate[bool](p, `document.querySelectorAll('.parties a')[1].focus() ?? true`)
	if told := evaluate[string](p, `document.querySelector('.told').innerText`); !strings.Contains(told, "7 contacts") || !strings.Contains(told, "2 partners") || !strings.Contains(told, "Türkiye 4") {
		t.Errorf("of France it says %q", told)
	}
	if drawn := evaluate[int](p, `document.querySelectorAll('.stage canvas').length`); drawn < 3 {
		t.Errorf("%d canvases", drawn)
	}
	evaluate[bool](p, `(input => { input.value = 'turk'; return input.dispatchEvent(new Event('input')); })(document.querySelector('.beside input'))`)
	if found := evaluate[string](p, `[...document.querySelectorAll('.parties .name')].map(n => n.textContent).join()`); found != "Türkiye" {
		t.Errorf("turk finds %s", found)
	}
	// From January to March means from February to March after one step; what is shown is fetched anew.
	evaluate[bool](p, `(s => { s.value = 1; return s.dispatchEvent(new Event('input', {bubbles: true})); })(document.querySelector('.range input'))`)
	address := evaluate[string](p, `new Promise(done => { const wait = () => location.search ? done(location.search) : setTimeout(wait, 50); wait(); })`)
	if address != "?from=2025-02-01&to=2025-03-31" {
		t.Errorf("the address of the page ends in %s", address)
	}
	if from := evaluate[string](p, `document.getElementById('when').elements.from.value`); from != "2025-02-01" {
		t.Errorf("the form says from %q", from)
	}
	log.mu.Lock()
	if diff := cmp.Diff([]string{"", "from=2025-02-01&to=2025-03-31"}, log.asked); diff != "" {
		t.Errorf("data asked for (-want +got):\n%s", diff)
	}
	log.mu.Unlock()
	p.sound(desk)
	p.clean()
}

func TestMap(t *testing.T) {
	browser := launch(t)
	place := func(name string, lat, lon any, contacts int) map[string]any {
		return map[string]any{"name": name, "lat": lat, "lon": lon, "contacts": contacts, "last": "2025-06-01", "href": "/contacts?place=" + name}
	}
	s, _ := try(t, trial{
		island:     "map",
		data:       map[string]any{"places": []any{place("Doha", 25.3, 51.5, 3), place("Nowhere", nil, nil, 9), place("Paris", 48.9, 2.4, 4)}},
		attributes: map[string]string{"data-text-contacts-other": "{n} contacts", "data-text-last": "last on {date}"},
	})
	for _, m := range []manner{desk, {width: 360, height: 740, scripts: true, dark: true}} {
		p := visit(browser, t, s, "/page", m)
		p.settle()
		got := evaluate[[]string](p, `[...document.querySelectorAll('svg.map a')].map(a => a.getAttribute('href') + ' ' + a.getAttribute('aria-label'))`)
		want := []string{"/contacts?place=Paris Paris, 4 contacts, last on 1 Jun 2025", "/contacts?place=Doha Doha, 3 contacts, last on 1 Jun 2025"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("places (-want +got):\n%s", diff)
		}
		if inside := evaluate[bool](p, `[...document.querySelectorAll('svg.map circle')].every(c => { const [a, b] = [c, c.ownerSVGElement].map(e => e.getBoundingClientRect());
			return a.width > 3 && a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom; })`); !inside {
			t.Error("a place is not on the map")
		}
		if land := evaluate[int](p, `document.querySelector('svg.map .land').getAttribute('d').length`); land < 10000 {
			t.Errorf("the land has an outline of %d characters", land)
		}
		p.sound(m)
		p.clean()
	}
}

// TestIslandFails is what is shown when the data does not come.
func TestIslandFails(t *testing.T) {
	browser := launch(t)
	for _, island := range []string{"timeline", "network", "map"} {
		s, _ := try(t, trial{island: island})
		s.Config.Handler = strip(s.Config.Handler, "/data.json")
		p := visit(browser, t, s, "/page", desk)
		p.settle()
		if said := evaluate[string](p, `document.querySelector('[data-island]').innerText`); said != "failed" {
			t.Errorf("%s: it says %q", island, said)
		}
	}
}

// strip answers one address with 404.
func strip(next http.Handler, address string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == address {
			http.NotFound(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}
