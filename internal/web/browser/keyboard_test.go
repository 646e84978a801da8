package browser

import (
	"context"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// stops are what the Tab key has to come to: whatever can be followed, pressed or filled in,
// and is seen.
const stops = `[...document.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]')].filter(e =>
	e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true}) && (e.getBoundingClientRect().width > 0 || e instanceof SVGElement))`

// here marks what has the focus, and says what is wrong with it: nothing shows where it is. Of
// a slider the thumb shows it, which cannot be asked.
const here = `(e => {
	if (!e || e === document.body) return 'nothing';
	e.dataset.walked = '';
	const s = getComputedStyle(e);
	return s.outlineStyle === 'none' && s.boxShadow === 'none' && e.type !== 'range' && !(e instanceof SVGElement) ? e.outerHTML.slice(0, 120) : '';
})(document.activeElement)`

// TestKeyboard walks through every page by the Tab key alone: it begins with the link that
// skips the menu, comes to everything that can be used, and shows where it is.
func TestKeyboard(t *testing.T) {
	browser := launch(t)
	s := open(t, samples)
	for _, a := range addresses(t, s) {
		t.Run(a.name, func(t *testing.T) {
			p := visit(browser, t, s, a.path, desk)
			p.settle()
			all := evaluate[int](p, stops+`.length`)
			p.do(chromedp.KeyEvent(kb.Tab))
			if a.name != "sign-in" { // which has the focus in its field from the start
				if at := evaluate[string](p, `document.activeElement.className`); at != "skip" {
					t.Errorf("the first stop is %q, not the link that skips the menu", at)
				}
				p.do(chromedp.KeyEvent(kb.Enter))
				if at := evaluate[string](p, `document.activeElement.id`); at != "main" {
					t.Errorf("the link that skips the menu leads to %q", at)
				}
				p.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
					_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`document.activeElement.blur(), document.body.focus(), true`))
					return err
				}))
			}
			for range 2*all + 10 {
				if unseen := evaluate[string](p, here); unseen != "" && unseen != "nothing" {
					t.Errorf("nothing shows that this has the focus: %s", unseen)
				}
				if evaluate[int](p, stops+`.filter(e => !('walked' in e.dataset)).length`) == 0 {
					break
				}
				p.do(chromedp.KeyEvent(kb.Tab))
			}
			if missed := evaluate[string](p, stops+`.filter(e => !('walked' in e.dataset)).map(e => e.outerHTML.slice(0, 120)).slice(0, 3).join('\n')`); missed != "" {
				t.Errorf("the Tab key does not come to\n%s", missed)
			}
		})
	}
}
