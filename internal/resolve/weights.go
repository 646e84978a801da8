package resolve

// What speaks for a topic, and how much: a logistic regression on the contacts of
// news pages in English, French and Romanian that were read by hand, learned
// from what those pages do not say outright. Above zero a topic is more likely
// than it is worth leaving out.
const (
	topicBias      = -0.3
	weighTold      = 0.8  // who took part speaks of it
	weighAfter     = 1.0  // it stands behind the contact in its sentence
	weighLong      = 0.7  // more than one word names it
	weighSentences = 0.8  // for the logarithm of how many sentences name it
	weighContacts  = -0.9 // for the logarithm of how many contacts the text tells of
	weighVisit     = -0.8
	weighOff       = -0.9
)

// topicPrior is how much more, or less, a topic is discussed than it is named.
var topicPrior = map[string]float64{
	"bilateral-relations": 0.5,
	"trade-economy":       0.3,
	"energy":              0.2,
	"nuclear-safety":      -0.1,
	"nuclear-programme":   0.8,
	"arms-control":        -0.1,
	"security-guarantees": -0.3,
	"military-operations": -0.2,
	"military-aid":        0.3,
	"ceasefire":           0.3,
	"peace-settlement":    0.3,
	"territory":           -0.4,
	"sanctions":           -0.1,
	"prisoners":           0.1,
	"humanitarian":        -0.8,
	"food":                -0.4,
	"climate":             0.3,
	"terrorism":           -0.4,
	"migration":           0.6,
	"human-rights":        -0.1,
	"nato":                0.1,
	"european-union":      0.5,
	"health":              0.6,
	"science-technology":  -0.1,
	"culture-education":   0.5,
	"transport":           -0.5,
	"consular":            -0.5,
	"justice":             -0.1,
	"media":               -0.2,
	"domestic-politics":   -0.7,
	"mediation":           -0.2,
	"meeting-preparation": -1.3,
}
