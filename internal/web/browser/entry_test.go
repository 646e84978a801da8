package browser

import (
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/parley-news/parley"
)

// TestWordsLead follows words of an entry to where they stand in their document.
func TestWordsLead(t *testing.T) {
	browser := launch(t)
	s := open(t, samples)
	disputed := entry(t, s, parley.Filter{Disputed: true, Kinds: []string{"call"}, Parties: []string{"IRN"}})
	for name, m := range map[string]manner{"desk": desk, "plain": {width: 1280, height: 900}, "phone": {width: 360, height: 740, scripts: true}} {
		t.Run(name, func(t *testing.T) {
			p := visit(browser, t, s, "/contacts/"+disputed.ID, m)
			quotes := evaluate[int](p, `document.querySelectorAll('table.accounts q.words a').length`)
			if quotes < 8 {
				t.Fatalf("the accounts have %d quotations", quotes)
			}
			for _, n := range []int{0, quotes / 2, quotes - 1} {
				words := evaluate[string](p, `document.querySelectorAll('table.accounts q.words a')[`+strconv.Itoa(n)+`].querySelector('mark').textContent`)
				address := evaluate[string](p, `document.querySelectorAll('table.accounts q.words a')[`+strconv.Itoa(n)+`].getAttribute('href')`)
				q := visit(browser, t, s, address, m)
				found := evaluate[string](q, `document.querySelector('.text mark:target')?.textContent ?? ''`)
				if found != words {
					t.Errorf("%s leads to %q, not to %q", address, found, words)
				}
				if !evaluate[bool](q, `(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('.text mark:target').getBoundingClientRect())`) {
					t.Errorf("%s is out of sight", address)
				}
				if seen := evaluate[string](q, `getComputedStyle(document.querySelector('.text mark:target')).outlineStyle`); seen != "solid" {
					t.Errorf("%s is not pointed out: outline %s", address, seen)
				}
				q.clean()
			}
			p.clean()
		})
	}
}

// TestReadInBrowser pastes a text and reads it.
func TestReadInBrowser(t *testing.T) {
	browser := launch(t)
	s := open(t)
	for name, m := range map[string]manner{"desk": desk, "plain": {width: 1280, height: 900}, "phone": {width: 360, height: 740, scripts: true, lang: "fr"}} {
		t.Run(name, func(t *testing.T) {
			p := visit(browser, t, s, "/read?sample=en-call-sides", m)
			before := evaluate[string](p, `document.querySelector('#text').value`)
			p.do(chromedp.Click(chromedp.CSS("form.paste button.main")))
			p.do(chromedp.WaitVisible(chromedp.CSS("#result")))
			if text := evaluate[string](p, `[...document.querySelectorAll('.passage')].map(e => e.textContent).join('')`); text != before {
				t.Errorf("the text came back as %q", text)
			}
			if after := evaluate[string](p, `document.querySelector('#text').value`); after != before {
				t.Errorf("the form has another text: %q", after)
			}
			if n := evaluate[int](p, `document.querySelectorAll('table.accounts tr.differs').length`); n != 1 {
				t.Errorf("accounts differ on %d fields, not on one", n)
			}
			p.sound(m)
			p.clean()
		})
	}
}
