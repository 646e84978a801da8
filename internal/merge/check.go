package merge

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// ErrCorrection is the error of a correction that cannot be made.
var ErrCorrection = errors.New("merge: no correction")

func wrong(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrCorrection}, args...)...)
}

// CheckCorrection says what is wrong with a correction, in words for the person who makes
// it: an action that is none, contacts that are missing, a field that cannot be set, a
// value that the field does not take. It does not know which contacts there are.
func CheckCorrection(c record.Correction) error {
	switch {
	case !slices.Contains(record.Actions, c.Action):
		return wrong("%q is nothing that can be done; use one of %s", c.Action, strings.Join(record.Actions, ", "))
	case strings.TrimSpace(c.Author) == "":
		return wrong("it needs an author: say who makes it")
	case strings.TrimSpace(c.Reason) == "":
		return wrong("it needs a reason: say why")
	case c.Action != "set" && (c.Field != "" || c.Value != ""):
		return wrong("only set has a field and a value, %s has none", c.Action)
	case c.Action != "undo" && c.Undoes != 0:
		return wrong("only undo names another correction, %s does not", c.Action)
	case c.Action != "split" && len(c.From) > 0:
		return wrong("only split parts contacts from others, %s does not", c.Action)
	}
	for _, r := range append(slices.Clone(c.Contacts), c.From...) {
		if r.Document == "" || r.Contact == "" {
			return wrong("a contact is named by its document and its id; one of them is missing")
		}
	}
	return checkAction(&c)
}

// checkAction looks at what each action needs of its own.
func checkAction(c *record.Correction) error {
	switch c.Action {
	case "undo":
		if c.Undoes <= 0 || len(c.Contacts) > 0 {
			return wrong("undo needs the number of the correction to take back, and nothing else")
		}
	case "merge":
		if len(c.Contacts) < 2 {
			return wrong("merge needs at least two contacts")
		}
	case "split":
		if len(c.Contacts) == 0 || len(c.From) == 0 {
			return wrong("split needs the contacts to part, and those to part them from")
		}
		for _, r := range c.Contacts {
			if slices.Contains(c.From, r) {
				return wrong("%s of %s cannot be parted from itself", r.Contact, r.Document)
			}
		}
	case "set":
		if len(c.Contacts) != 1 {
			return wrong("set needs one contact, which stands for its entry")
		}
		return set(&record.Entry{}, &story{}, c.Field, c.Value)
	default: // confirm, reject
		if len(c.Contacts) == 0 {
			return wrong("%s needs a contact", c.Action)
		}
	}
	return nil
}
