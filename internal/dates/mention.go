package dates

import "time"

// Kind says what a mention stands for.
type Kind string

// The closed kinds of mention.
const (
	Day       Kind = "day"
	Range     Kind = "range"
	Week      Kind = "week"
	Month     Kind = "month"
	Year      Kind = "year"
	Duration  Kind = "duration"
	TimeOfDay Kind = "time"
	Age       Kind = "age"
	// Anchored is relative to another date of the text ("the day before");
	// see Grammar.Anchor.
	Anchored Kind = "anchored"
)

// Basis says where an interval comes from.
type Basis string

const (
	// Explicit is for texts that name day, month, season or year. A missing year may
	// still have been taken from the publication date.
	Explicit Basis = "explicit"
	// Relative is for texts that count from the publication date or another date.
	Relative Basis = "relative"
)

// Direction is what the wording itself says of past and future.
type Direction int8

// The closed directions.
const (
	Past    Direction = -1
	Unknown Direction = 0
	Future  Direction = 1
)

// Bound says on which side of a date the interval lies.
type Bound string

// The closed bounds; "" when the mention is the date itself.
const (
	Before Bound = "before"
	By     Bound = "by"
	Since  Bound = "since"
	After  Bound = "after"
	// From is an open end: "from Monday on".
	From Bound = "from"
)

// Unit is a unit of time.
type Unit uint8

// The closed units.
const (
	NoUnit Unit = iota
	Minutes
	Hours
	Days
	Weekends
	Weeks
	Months
	Quarters
	Halves
	Seasons
	Years
)

var unitNames = map[string]Unit{
	"minute": Minutes, "hour": Hours, "day": Days, "weekend": Weekends, "week": Weeks, "month": Months,
	"quarter": Quarters, "half": Halves, "season": Seasons, "year": Years,
}

// Mention is a stretch of text that names a day, a period, an hour, an age or
// a duration.
type Mention struct {
	// First and Last are token numbers, half open.
	First, Last int
	Kind        Kind
	// From and To are days, midnight UTC, both included. Either is zero when
	// the text and the publication date do not support it.
	From, To time.Time
	// Resolved: both From and To are known.
	Resolved    bool
	Basis       Basis
	Approximate bool
	// Clock is a time of day as "15:04", Zone its zone as the pack names it
	// (an IANA name, UTC, or "local").
	Clock, Zone string
	// Daypart is morning, afternoon, evening or night.
	Daypart   string
	Direction Direction
	Bound     Bound
	// MinISO and MaxISO bound a duration (ISO 8601); "" is no bound.
	MinISO, MaxISO string
	// Years is an age.
	Years int
	// Flexible: Resolve may give another interval for the other direction.
	Flexible bool
	// HasYear: the text itself gives the year.
	HasYear bool

	match *match
}
