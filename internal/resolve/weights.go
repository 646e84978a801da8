package resolve

// What speaks for a topic, and how much: a logistic regression on the contacts of
// news pages in English, French and Romanian that were read by hand, learned
// from what those pages do not say outright. Above zero a topic is more likely
// than it is worth leaving out.
const (
	topicBias      = -0.6
	weighTold      = 0.6  // who took part speaks of it
	weighAfter     = 0.8  // it stands behind the contact in its sentence
	weighSentences = 1.3  // for the logarithm of how many sentences name it
	weighContacts  = -0.8 // for the logarithm of how many contacts the text tells of
	weighVisit     = -0.7
	weighOff       = -0.8
)

// topicPrior is how much more, or less, a topic is discussed than it is named.
var topicPrior = map[string]float64{
	"bilateral-relations":   0.4,
	"trade-economy":         0.3,
	"energy":                0.1,
	"nuclear-safety":        -0.1,
	"nuclear-programme":     0.5,
	"arms-control":          -0.1,
	"security-guarantees":   -0.2,
	"military-operations":   -0.1,
	"military-aid":          0.3,
	"ceasefire":             0.2,
	"peace-settlement":      0.3,
	"territory":             -0.5,
	"prisoners":             0.1,
	"humanitarian":          -0.7,
	"food":                  -0.2,
	"climate":               0.1,
	"election-interference": -0.2,
	"terrorism":             -0.1,
	"migration":             0.3,
	"nato":                  0.3,
	"european-union":        0.3,
	"multilateral-bodies":   -0.4,
	"health":                0.3,
	"science-technology":    -0.2,
	"transport":             -0.5,
	"consular":              -0.4,
	"media":                 -0.2,
	"domestic-politics":     -0.5,
	"mediation":             -0.1,
	"meeting-preparation":   -0.8,
}
