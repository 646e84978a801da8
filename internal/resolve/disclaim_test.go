package resolve_test

import "testing"

// What a title says one side denies having asked for is still asked for by the
// other's account, and who did is disputed.
func TestDenialOfAsking(t *testing.T) {
	const text = "Bolivie et Chili : La Paz dément avoir demandé une rencontre\n\n" +
		"SANTIAGO, 11 mars - Le ministre chilien des Affaires étrangères, Alberto van Klaveren, a affirmé lundi que son homologue bolivienne, Celinda Sosa, " +
		"avait sollicité un entretien bilatéral. La chancellerie bolivienne a démenti cette information mardi."
	r := read(t, newReader(t), "2025-03-12", text)
	if len(r.Contacts) != 1 {
		t.Fatalf("%d contacts", len(r.Contacts))
	}
	c := r.Contacts[0]
	if c.Status != "proposed" || len(c.Disputed) != 1 || c.Disputed[0] != "initiator" {
		t.Errorf("status %s, disputed %v", c.Status, c.Disputed)
	}
}
