package resolve

import "github.com/parley-news/parley/record"

// contactCodes returns the CAMEO event code (CAMEO codebook 1.1b3) and the
// PLOVER type of a contact by kind and status.
func contactCodes(kind, status string) record.Codes {
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
	return record.Codes{CAMEO: kindCodes[kind], PLOVER: "CONSULT"}
}

// kindCodes maps the kind of a contact that took place to a CAMEO code.
var kindCodes = map[string]string{"call": "041", "video": "041", "visit": "042", "meeting": "043", "talks": "046", "letter": "040", "other": "040"}

// actCodes maps the act of a statement to a CAMEO code.
var actCodes = map[string]string{
	"say": "010", "deny": "015", "propose": "030", "demand": "100", "warn": "130", "accuse": "112", "promise": "030",
	"invite": "022", "agree": "014", "reject": "120", "condemn": "111", "thank": "018", "support": "051", "threaten": "130",
}
