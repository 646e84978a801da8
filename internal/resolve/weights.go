package resolve

// What speaks for a topic, and how much: a logistic regression on the contacts of
// news pages in English, French and Romanian that were read by hand, learned
// from what those pages do not say outright. Above zero a topic is more likely
// than it is worth leaving out.
const (
	topicBias      = -1.6
	weighTold      = 0.6  // who took part speaks of it
	weighAfter     = 1.2  // it stands behind the contact in its sentence
	weighNext      = 0.4  // it stands in the next sentence
	weighMain      = 0.4  // the text is about the contact
	weighSentences = 1.7  // for the logarithm of how many sentences name it
	weighContacts  = -0.5 // for the logarithm of how many contacts the text tells of
	weighVisit     = -0.5
	weighFuture    = -0.8
	weighOff       = -0.9
)

// topicPrior is how much more, or less, a topic is discussed than it is named.
var topicPrior = map[string]float64{
	"arms-control":          -0.2,
	"bilateral-relations":   0.5,
	"ceasefire":             0.2,
	"climate":               0.4,
	"consular":              -0.1,
	"culture-education":     0.3,
	"cyber":                 0.1,
	"domestic-politics":     -0.8,
	"election-interference": -0.2,
	"energy":                0.4,
	"european-union":        0.3,
	"food":                  -0.1,
	"health":                -0.4,
	"humanitarian":          -0.5,
	"justice":               -0.1,
	"media":                 -0.2,
	"mediation":             0.4,
	"meeting-preparation":   -0.1,
	"migration":             0.1,
	"military-aid":          0.2,
	"military-operations":   -0.3,
	"multilateral-bodies":   0.3,
	"nato":                  0.3,
	"nuclear-programme":     0.5,
	"peace-settlement":      0.1,
	"prisoners":             0.2,
	"science-technology":    -0.5,
	"security-guarantees":   -0.4,
	"territory":             -0.6,
	"terrorism":             -0.3,
	"trade-economy":         0.4,
	"transport":             -0.2,
	"united-nations":        -0.2,
}
