// Package codes says what events, and those who take part in them, are called in two
// coding schemes in use: CAMEO (codebook 1.1b3) and PLOVER.
package codes

import "github.com/parley-news/parley/record"

// Contact returns the codes of a contact by its kind and status.
func Contact(kind, status string) record.Codes {
	switch status {
	case "proposed":
		if kind == "talks" || kind == "other" {
			return record.Codes{CAMEO: "036", PLOVER: "COOPERATE"}
		}
		return record.Codes{CAMEO: "036", PLOVER: "CONSULT"}
	case "scheduled":
		return record.Codes{CAMEO: "036", PLOVER: "CONSULT"}
	case "denied":
		return record.Codes{CAMEO: "125", PLOVER: "REJECT"}
	case "cancelled":
		return record.Codes{CAMEO: "161", PLOVER: "REJECT"}
	}
	return record.Codes{CAMEO: kinds[kind], PLOVER: "CONSULT"}
}

// Act returns the codes of a statement by its act.
func Act(act string) record.Codes { return record.Codes{CAMEO: acts[act]} }

// kinds maps the kind of a contact that took place to a CAMEO code, acts the act of a
// statement.
var (
	kinds = map[string]string{"call": "041", "video": "041", "visit": "042", "meeting": "043", "talks": "046", "letter": "040", "other": "040"}
	acts  = map[string]string{
		"say": "010", "deny": "015", "propose": "030", "demand": "100", "warn": "130", "accuse": "112", "promise": "030",
		"invite": "022", "agree": "014", "reject": "120", "condemn": "111", "thank": "018", "support": "051", "threaten": "130",
	}
)
