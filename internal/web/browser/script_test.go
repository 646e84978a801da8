package browser

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPageScript tries what every page gains by a script.
func TestPageScript(t *testing.T) {
	browser := launch(t)
	s, _ := try(t, trial{island: "page", more: `
<table data-sort><thead><tr><th aria-sort="ascending"><a href="?sort=name">name</a></th><th><a href="?sort=count">count</a></th><th>day</th></tr></thead>
<tbody><tr><td>Élysée</td><td data-value="9">nine</td><td data-value="2025-01-02">2 Jan 2025</td></tr><tr><td>Zagreb</td><td data-value="10">ten</td><td data-value="2024-12-31">31 Dec 2024</td></tr><tr><td>Kyiv</td><td data-value="">none</td><td data-value="2025-01-01">1 Jan 2025</td></tr></tbody></table>
<div class="passage">Café: <a id="w7-17"></a>the <mark>minister</mark> spoke.</div>
<time datetime="2025-06-19T12:00:00Z" data-local>19 June 2025, 12:00 UTC</time>
<form action="/page" data-submit="change"><input name="typed"><input type="checkbox" name="kind" value="call"></form>
<button data-copy="/contacts/a" data-text-copied="copied" hidden>copy</button>`})
	p := visit(browser, t, s, "/page#w7-17", desk)

	const names = `[...document.querySelectorAll('tbody tr')].map(r => r.cells[0].textContent)`
	const sorted = `[...document.querySelectorAll('th')].map(h => h.getAttribute('aria-sort') ?? '')`
	for _, step := range []struct {
		heading     int
		rows, order []string
	}{
		{1, []string{"Élysée", "Zagreb", "Kyiv"}, []string{"", "ascending", ""}},
		{1, []string{"Zagreb", "Élysée", "Kyiv"}, []string{"", "descending", ""}},
		{0, []string{"Élysée", "Kyiv", "Zagreb"}, []string{"ascending", "", ""}},
		{2, []string{"Zagreb", "Kyiv", "Élysée"}, []string{"", "", "ascending"}},
	} {
		evaluate[bool](p, `document.querySelectorAll('th :is(a, button)')[`+string(rune('0'+step.heading))+`].click() ?? true`)
		if diff := cmp.Diff(step.rows, evaluate[[]string](p, names)); diff != "" {
			t.Errorf("rows (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(step.order, evaluate[[]string](p, sorted)); diff != "" {
			t.Errorf("aria-sort (-want +got):\n%s", diff)
		}
	}

	const found = `[...(CSS.highlights.get('words') ?? [])].map(r => r.toString())`
	if diff := cmp.Diff([]string{"the minist"}, evaluate[[]string](p, found)); diff != "" {
		t.Errorf("words found (-want +got):\n%s", diff)
	}
	evaluate[bool](p, `new Promise(done => { addEventListener('hashchange', () => setTimeout(() => done(true))); location.hash = ''; })`)
	if left := evaluate[[]string](p, found); len(left) != 0 {
		t.Errorf("without an anchor there are words: %q", left)
	}

	if title := evaluate[string](p, `document.querySelector('time').title`); title != "19 June 2025, 12:00 UTC" {
		t.Errorf("what the page said of the time is lost: %q", title)
	}
	if local := evaluate[bool](p, `document.querySelector('time').textContent === new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short'}).format(new Date('2025-06-19T12:00:00Z'))`); !local {
		t.Error("the time is not that of the reader's time zone")
	}
	if hidden := evaluate[bool](p, `document.querySelector('button').hidden`); hidden {
		t.Error("the button to copy is hidden where there is a clipboard")
	}

	evaluate[bool](p, `document.querySelector('form').addEventListener('submit', event => { event.preventDefault(); window.sent = new URLSearchParams(new FormData(event.target)).toString(); }) ?? true`)
	evaluate[bool](p, `document.querySelector('[name="typed"]').dispatchEvent(new Event('change', {bubbles: true}))`)
	if sent := evaluate[string](p, `window.sent ?? ''`); sent != "" {
		t.Errorf("what is typed sends the form before the button does: %s", sent)
	}
	evaluate[bool](p, `document.querySelector('[name="kind"]').click() ?? true`)
	if sent := evaluate[string](p, `window.sent ?? ''`); sent != "typed=&kind=call" {
		t.Errorf("a box that is ticked sends %q", sent)
	}
	p.clean()
}
