package static

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func ask(t *testing.T, method, address string, header http.Header) *http.Response {
	t.Helper()
	s, err := gather(sample())
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(method, "http://parley.example/", nil)
	r.URL.Path = strings.ReplaceAll(address, "STYLE", s.stylesheet)
	r.Header = header
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func TestHandler(t *testing.T) {
	const lasting, asked = "public, max-age=31536000, immutable", "no-cache"
	tests := []struct {
		address, mediaType, cache string
	}{
		{"STYLE", "text/css; charset=utf-8", lasting},
		{"/static/built/page-AAAA.js", "text/javascript; charset=utf-8", lasting},
		{"/static/built/part-BBBB.js", "text/javascript; charset=utf-8", lasting},
		{"/static/icon.svg", "image/svg+xml", asked},
		{"/static/built/LICENSES.txt", "text/plain; charset=utf-8", asked},
	}
	for _, tt := range tests {
		t.Run(tt.address, func(t *testing.T) {
			got := ask(t, http.MethodGet, tt.address, nil)
			if got.StatusCode != http.StatusOK {
				t.Fatalf("status %d", got.StatusCode)
			}
			for name, want := range map[string]string{
				"Content-Type": tt.mediaType, "Cache-Control": tt.cache, "X-Content-Type-Options": "nosniff",
			} {
				if v := got.Header.Get(name); v != want {
					t.Errorf("%s: %q, want %q", name, v, want)
				}
			}
			tag := got.Header.Get("ETag")
			if !strings.HasPrefix(tag, `"`) {
				t.Errorf("the ETag %s is not a strong one", tag)
			}
			again := ask(t, http.MethodGet, tt.address, http.Header{"If-None-Match": {tag}})
			if again.StatusCode != http.StatusNotModified {
				t.Errorf("status %d for who has the file, want 304", again.StatusCode)
			}
			other := ask(t, http.MethodGet, tt.address, http.Header{"If-None-Match": {`"another"`}})
			if other.StatusCode != http.StatusOK {
				t.Errorf("status %d for who has another file, want 200", other.StatusCode)
			}
		})
	}
}

func TestHandlerKnowsNothingElse(t *testing.T) {
	for _, address := range []string{
		"/static/", "/static", "/static/built/", "/static/built", "/static/css/00-base.css", "/static/00000.css",
		"/static/built/manifest.json", "/static/built/.keep", "/static/built/page-AAAA.js.map",
		"/static/built/../icon.svg", "/static/../static/icon.svg", "/static//icon.svg", "/static/./icon.svg", "/static/icon.svg/",
		"/static/..%2ficon.svg", `/static/built\page-AAAA.js`, "/static/icon.svg\x00", "/icon.svg", "", "../../etc/passwd",
	} {
		if got := ask(t, http.MethodGet, address, nil); got.StatusCode != http.StatusNotFound {
			t.Errorf("%q: status %d, want 404", address, got.StatusCode)
		} else if c := got.Header.Get("Cache-Control"); c != "no-store" {
			t.Errorf("%q: that there is no file is kept: %q", address, c)
		}
	}
}

func TestHandlerPacks(t *testing.T) {
	script := strings.Repeat("export const same = 1;\n", 100)
	files := sample()
	files["built/page-AAAA.js"].Data = []byte(script)
	s, err := gather(files)
	if err != nil {
		t.Fatal(err)
	}
	get := func(address, accept string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, address, nil)
		r.Header.Set("Accept-Encoding", accept)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != http.StatusOK || w.Header().Get("Vary") != "Accept-Encoding" {
			t.Fatalf("%s, %q: status %d, Vary %q", address, accept, w.Code, w.Header().Get("Vary"))
		}
		return w
	}
	plain := get("/static/built/page-AAAA.js", "")
	for accept, want := range map[string]string{
		"gzip": "gzip", "br, GZIP;q=0.5, *": "gzip", "gzip;q=1.0": "gzip", "": "", "br": "", "gzip;q=0": "", "gzip; q=0.000": "", "xgzip": "",
	} {
		w := get("/static/built/page-AAAA.js", accept)
		if got := w.Header().Get("Content-Encoding"); got != want {
			t.Errorf("%q: Content-Encoding %q, want %q", accept, got, want)
			continue
		}
		body := w.Body.Bytes()
		if want == "gzip" {
			if w.Header().Get("ETag") == plain.Header().Get("ETag") {
				t.Errorf("%q: other bytes have the same ETag", accept)
			}
			z, err := gzip.NewReader(w.Body)
			if err != nil {
				t.Fatal(err)
			}
			if body, err = io.ReadAll(z); err != nil {
				t.Fatal(err)
			}
		}
		if string(body) != script {
			t.Errorf("%q: %d bytes come, want %d", accept, len(body), len(script))
		}
	}
	if got := get("/static/icon.svg", "gzip").Header().Get("Content-Encoding"); got != "" {
		t.Errorf("a file that packing makes no smaller comes by %s", got)
	}
}

func TestHandlerMethods(t *testing.T) {
	for method, want := range map[string]int{
		http.MethodGet: http.StatusOK, http.MethodHead: http.StatusOK, http.MethodPost: http.StatusMethodNotAllowed,
		http.MethodPut: http.StatusMethodNotAllowed, http.MethodDelete: http.StatusMethodNotAllowed,
	} {
		got := ask(t, method, "/static/icon.svg", nil)
		if got.StatusCode != want {
			t.Errorf("%s: status %d, want %d", method, got.StatusCode, want)
		}
		if want == http.StatusMethodNotAllowed && got.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: Allow is %q", method, got.Header.Get("Allow"))
		}
	}
}

// TestHandlerEmbedded asks the handler of the program itself.
func TestHandlerEmbedded(t *testing.T) {
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, Stylesheet(), nil))
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/css") {
		t.Errorf("status %d, type %s", w.Code, w.Header().Get("Content-Type"))
	}
}
