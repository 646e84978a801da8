package record

// The closed lists of the records.
var (
	Kinds    = []string{"call", "video", "meeting", "talks", "visit", "letter", "other"}
	Statuses = []string{"held", "ongoing", "scheduled", "proposed", "denied", "cancelled"}
	Modes    = []string{"direct", "indirect"}
	Roles    = []string{"party", "host", "guest", "mediator", "observer"}
	Acts     = []string{
		"say", "deny", "propose", "demand", "warn", "accuse", "promise", "invite", "agree",
		"reject", "condemn", "thank", "support", "threaten",
	}
	Topics = []string{
		"bilateral-relations", "trade-economy", "energy", "oil-output", "nuclear-safety",
		"nuclear-programme", "arms-control", "security-guarantees", "military-operations",
		"military-aid", "ceasefire", "peace-settlement", "territory", "sanctions", "prisoners",
		"humanitarian", "food", "climate", "cyber", "election-interference", "terrorism",
		"migration", "human-rights", "nato", "european-union", "united-nations",
		"multilateral-bodies", "health", "science-technology", "culture-education", "transport",
		"consular", "justice", "media", "domestic-politics", "mediation", "meeting-preparation",
	}
	// Fields are the fields of a contact on which accounts can differ.
	Fields = []string{
		"initiator", "date", "place", "duration", "topics", "status", "people", "outcome", "claim",
	}
)

// Steps maps each fine step in a contact's life to its status.
var Steps = map[string]string{
	"called-for": "proposed", "proposed": "proposed",
	"agreed": "scheduled", "scheduled": "scheduled", "moved": "scheduled",
	"ongoing": "ongoing", "held": "held",
	"postponed": "cancelled", "cancelled": "cancelled",
	"refused": "denied", "no-plans": "denied", "said-not-to-have-happened": "denied",
}
