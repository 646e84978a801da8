// Package problem says what goes wrong with a request to those who asked, as RFC 9457
// has it.
package problem

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/web/access"
)

// MediaType is that of a problem as JSON.
const MediaType = "application/problem+json"

// Problem is what went wrong.
type Problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	// Detail says what, in English; "" for what is no fault of the one who asks, which the
	// log has.
	Detail string `json:"detail,omitempty"`
	// Meant are the addresses of what may have been meant.
	Meant []string `json:"meant,omitempty"`
}

// New is a problem of a status.
func New(status int, detail string) Problem {
	return Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: detail}
}

// Of says what an error is.
func Of(err error) Problem {
	status := http.StatusInternalServerError
	switch {
	case errors.Is(err, parley.ErrNotFound), errors.Is(err, parley.ErrAmbiguous), errors.Is(err, access.ErrNoToken):
		status = http.StatusNotFound
	case errors.Is(err, parley.ErrFilter), errors.Is(err, parley.ErrWords), errors.Is(err, parley.ErrCorrection),
		errors.Is(err, parley.ErrText), errors.Is(err, parley.ErrDate), errors.Is(err, access.ErrAsked):
		status = http.StatusBadRequest
	case errors.Is(err, access.ErrRole), errors.Is(err, parley.ErrReadOnly):
		status = http.StatusForbidden
	case errors.Is(err, parley.ErrBusy), errors.Is(err, context.DeadlineExceeded):
		status = http.StatusServiceUnavailable
	}
	if status == http.StatusInternalServerError {
		return New(status, "")
	}
	return New(status, plainly(err))
}

// plainly is what an error says, without where the register lies: that is the affair of who
// runs the server.
func plainly(err error) string {
	if inner := errors.Unwrap(err); inner != nil && strings.HasPrefix(err.Error(), "store: ") {
		return plainly(inner)
	}
	return err.Error()
}
