package source

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/parley-news/parley/record"
)

const (
	mendDate     = "write the day as 2006-01-02"
	mendLanguage = "write an ISO 639 code of two letters, such as fr"
	mendJSON     = "write one object per line, with line breaks inside the text as \\n"
)

// entry is a document as JSON gives it. Other keys are passed over.
type entry struct {
	ID        *string `json:"id"`
	Text      *string `json:"text"`
	Title     *string `json:"title"`
	URL       *string `json:"url"`
	Outlet    *string `json:"outlet"`
	Published *string `json:"published"`
	Retrieved *string `json:"retrieved"`
	Language  *string `json:"language"`
}

// record reads one document from its JSON.
func (r *reader) record(name string, line int, data []byte) {
	doc, e := parse(data)
	if e != nil {
		e.File, e.Line = name, line
		r.fail(e)
		return
	}
	r.hand(doc, name, line)
}

// parse checks one object and turns it into a document.
func parse(data []byte) (record.Document, *Error) {
	var none record.Document
	if at := invalid(data); at >= 0 {
		e := notUTF8(at)
		e.Reason += " of the line"
		return none, e
	}
	var in entry
	if err := json.Unmarshal(data, &in); err != nil {
		return none, broken(err)
	}
	if in.Text == nil {
		return none, &Error{Reason: `the key "text" is missing`, Mend: `put the document's text there, as in {"text": "..."}`}
	}
	if e := checkText([]byte(*in.Text)); e != nil {
		e.Reason = `the value of "text": ` + e.Reason
		return none, e
	}
	doc := record.Document{Text: *in.Text, URL: given(in.URL), Outlet: given(in.Outlet)}
	if t := given(in.Title); t != nil {
		doc.Title = *t
	}
	if id := given(in.ID); id != nil {
		doc.ID = *id
	}
	for _, d := range []struct {
		key string
		in  *string
		to  **string
	}{{"published", in.Published, &doc.Published}, {"retrieved", in.Retrieved, &doc.Retrieved}} {
		if v := given(d.in); v != nil {
			s, err := day(*v)
			if err != nil {
				return none, &Error{Reason: fmt.Sprintf("the value of %q %s", d.key, err), Mend: mendDate + ", or null", Err: err}
			}
			*d.to = &s
		}
	}
	if v := given(in.Language); v != nil {
		code, err := languageCode(*v)
		if err != nil {
			return none, &Error{Reason: `the value of "language" ` + err.Error(), Mend: mendLanguage + ", or null", Err: err}
		}
		doc.Language = code
	}
	return doc, nil
}

// broken explains an error of the JSON decoder.
func broken(err error) *Error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		if kind.Field == "" {
			return &Error{Reason: fmt.Sprintf("it is a JSON %s, want an object", kind.Value), Mend: mendJSON, Err: err}
		}
		return &Error{Reason: fmt.Sprintf("the value of %q is of type %s, want a string", kind.Field, kind.Value), Mend: "put it in quotation marks", Err: err}
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return &Error{Reason: fmt.Sprintf("broken JSON at byte %d: %s", syntax.Offset, syntax), Mend: mendJSON, Err: err}
	}
	return &Error{Reason: "broken JSON: " + err.Error(), Mend: mendJSON, Err: err}
}

// given returns a value without the space around it, nil for none.
func given(s *string) *string {
	if s == nil {
		return nil
	}
	t := strings.TrimSpace(*s)
	if t == "" {
		return nil
	}
	return &t
}

// day reads a day, or the day of a moment as it is written.
func day(s string) (string, error) {
	d, rest := s, ""
	if len(s) > 10 {
		d, rest = s[:10], s[10:]
	}
	if _, err := time.Parse(time.DateOnly, d); err != nil || rest != "" && rest[0] != 'T' && rest[0] != ' ' {
		return "", fmt.Errorf("is no day: %q", s)
	}
	return d, nil
}

// languageCode returns the first part of a language tag.
func languageCode(s string) (string, error) {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(s, "_", "-")), "-")
	ok := len(code) == 2 || len(code) == 3
	for _, c := range []byte(code) {
		ok = ok && 'a' <= c && c <= 'z'
	}
	if !ok {
		return "", fmt.Errorf("is no code of a language: %q", s)
	}
	return code, nil
}

// hand fills what every document has and hands it on, once per id.
func (r *reader) hand(doc record.Document, name string, line int) {
	sum := sha256.Sum256([]byte(doc.Text))
	doc.SHA256 = hex.EncodeToString(sum[:])
	if doc.ID == "" && doc.URL != nil {
		doc.ID = canonical(*doc.URL)
	}
	if doc.ID == "" {
		doc.ID = doc.SHA256
	}
	if doc.Published == nil && r.opts.Published != "" {
		published := r.opts.Published
		doc.Published = &published
	}
	if doc.Language == "" {
		doc.Language = r.opts.Language
	}
	if !r.opts.Repeats {
		if e := r.repeated(doc.ID, digest(sum[:len(digest{})])); e != nil {
			e.File, e.Line = name, line
			r.fail(e)
			return
		}
	}
	if !r.stopped {
		r.stopped = !r.yield(doc, nil)
	}
}

// repeated is the error of a document that was read before, nil for a new one.
func (r *reader) repeated(document string, text digest) *Error {
	id := sha256.Sum256([]byte(document))
	key := digest(id[:len(digest{})])
	old, ok := r.seen[key]
	switch {
	case !ok:
		r.seen[key] = text
		return nil
	case old == text:
		return &Error{Reason: fmt.Sprintf("the document %q was read before, with the same text", document), Mend: "leave one of them out"}
	}
	return &Error{Reason: fmt.Sprintf("the document %q was read before, with another text", document), Mend: "give each document an id of its own"}
}

// canonical returns an address as it names a page: scheme and host in lower
// case, without fragment, default port and the marks of campaigns.
func canonical(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return s
	}
	u.Scheme, u.Host, u.Fragment, u.RawFragment = strings.ToLower(u.Scheme), strings.ToLower(u.Host), "", ""
	if u.Scheme == "https" {
		u.Host = strings.TrimSuffix(u.Host, ":443")
	} else if u.Scheme == "http" {
		u.Host = strings.TrimSuffix(u.Host, ":80")
	}
	var keep []string
	for p := range strings.SplitSeq(u.RawQuery, "&") {
		key, _, _ := strings.Cut(p, "=")
		if p != "" && !strings.HasPrefix(key, "utm_") && key != "fbclid" && key != "gclid" {
			keep = append(keep, p)
		}
	}
	u.RawQuery, u.ForceQuery = strings.Join(keep, "&"), false
	return u.String()
}
