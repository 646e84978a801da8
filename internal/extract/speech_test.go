package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/sample"
)

func speeches(t *testing.T, lang, text string) []string {
	t.Helper()
	d := sample.Read(t, lang, text, sample.Day)
	var out []string
	for _, sp := range Run(d).Speeches {
		out = append(out, show(d, &sp))
	}
	return out
}

// show writes a speech as the tables do: who, act and stretch. "=" stands for
// who issued the paper, "-" for a subject left out, "?" for nobody named, ">"
// for a quotation that goes on.
func show(d *annotate.Document, sp *Speech) string {
	var who []string
	for _, r := range sp.Speakers {
		a := &d.Sentences[r.Sentence].Actors[r.Actor]
		who = append(who, d.Words(a.First, a.Last))
	}
	name := strings.Join(who, " + ")
	switch {
	case sp.Same:
		name = "="
	case sp.Silent:
		name = "-"
	case sp.Nobody:
		name = "?"
	case sp.Follows:
		name = ">"
	}
	mark := ""
	if sp.QuoteFrom >= 0 {
		mark = " (quote)"
	}
	return fmt.Sprintf("%s %s%s: %s", name, sp.Act, mark, d.Words(sp.First, sp.Last))
}

func TestSpeeches(t *testing.T) {
	for _, tt := range []struct {
		name, lang, text string
		want             []string
	}{
		{"clause", "en", "Macron said on Monday that the grain deal was dead.",
			[]string{"Macron say: that the grain deal was dead."}},
		{"a clause without that behind those who heard", "en", "Macron told reporters in the valley he liked the old road.",
			[]string{"Macron say: he liked the old road."}},
		{"what is told about holds a clause of its own", "en", "Macron told reporters about the road he liked.",
			[]string{"Macron say: reporters about the road he liked."}},
		{"speech inside speech is part of it", "en", "Macron said that Scholz had promised new tanks for the winter.",
			[]string{"Macron say: that Scholz had promised new tanks for the winter."}},
		{"a clause beside it is not", "en", "Macron said the offer was useful, but Scholz rejected it as far too late.",
			[]string{"Macron say: the offer was useful,", "Scholz reject: Scholz rejected it as far too late."}},
		{"a condition belongs to what is said", "en", "Macron said the fleet would leave if Scholz rejected the plan for the port.",
			[]string{"Macron say: the fleet would leave if Scholz rejected the plan for the port."}},
		{"said behind its content", "en", "The harbour will reopen in spring, the Kremlin said in a statement.",
			[]string{"the Kremlin say: The harbour will reopen in spring,"}},
		{"a name before the comma is no subject of what reports its clause", "fr", "Macron recevra demain Scholz, a indiqué mardi le Kremlin.",
			[]string{"Kremlin say: Macron recevra demain Scholz,"}},
		{"an aside parts subject and verb", "en", "Macron, in a letter to the press, said it would rain all week in the valley.",
			[]string{"Macron say: it would rain all week in the valley."}},
		{"an infinitive of purpose is no speech", "en", "Macron had a chance to propose a new road.", nil},
		{"a participle goes on", "en", `Macron said that the old road was "no good for the trucks", adding that the bridge was safe.`,
			[]string{`Macron say (quote): that the old road was "no good for the trucks", adding that the bridge was safe.`}},
		{"negation behind the verb is said", "en", "Macron said no such visit had been planned by the palace.",
			[]string{"Macron say: no such visit had been planned by the palace."}},
		{"who says what they will do promises it", "en", "Macron said he would open the new road by the end of May.",
			[]string{"Macron promise: he would open the new road by the end of May."}},
		{"what must be done is a demand", "en", "Macron said the convoy must leave the coast before the storm.",
			[]string{"Macron demand: the convoy must leave the coast before the storm."}},
		{"who says nothing says nothing", "en", "Macron did not say that the visit was over.", nil},
		{"recalling an envoy", "en", "France recalled its ambassador on Friday.", nil},
		{"behind a colon", "en", `Macron was curt: "We are done with this matter for good."`,
			[]string{`Macron say (quote): "We are done with this matter for good."`}},
		{"nobody named", "en", `"We will wait for the next round," a trader said.`,
			[]string{`? say (quote): "We will wait for the next round,"`}},
		{"a name behind a description", "en", `"The convoy has left the coast," explained the coordinator of the project, John Kirby.`,
			[]string{`coordinator of the project, John Kirby say (quote): "The convoy has left the coast,"`}},
		{"the paper goes on", "en", "The convoy has left the coast, the statement added.",
			[]string{"= say: The convoy has left the coast,"}},
		{"according to him", "en", "According to him, the convoy has left the coast.",
			[]string{"him say: , the convoy has left the coast."}},
		{"inversion", "fr", "« Le convoi a quitté la côte », a déclaré mardi Emmanuel Macron.",
			[]string{"Emmanuel Macron say (quote): « Le convoi a quitté la côte », a déclaré mardi Emmanuel Macron"}},
		{"auxiliary apart", "fr", "Emmanuel Macron a, pour sa part, salué les efforts de la ville.",
			[]string{"Emmanuel Macron support: Emmanuel Macron a, pour sa part, salué les efforts de la ville."}},
		{"a phrase for a verb", "fr", "Le convoi a quitté la côte, a fait savoir le Kremlin.",
			[]string{"Kremlin say: Le convoi a quitté la côte,"}},
		{"emphatic pronoun", "fr", "Le Kremlin, lui, confirme que le convoi a quitté la côte.",
			[]string{"Le Kremlin say: que le convoi a quitté la côte."}},
		{"press service", "fr", "Le convoi a quitté la côte, a indiqué le service de presse du Kremlin.",
			[]string{"Kremlin say: Le convoi a quitté la côte,"}},
		{"a part of the sentence each", "en", "According to Emmanuel Macron, the bridge took a year; according to the Kremlin, it took two.",
			[]string{"Emmanuel Macron say: , the bridge took a year", "the Kremlin say: , it took two."}},
		{"a part of the sentence each, named behind it", "fr", "Le pont a coûté un million selon Emmanuel Macron, mais seulement la moitié selon le Kremlin.",
			[]string{"Emmanuel Macron say: Le pont a coûté un million", "Kremlin say: seulement la moitié"}},
		{"day behind the verb", "en", "Emmanuel Macron said on Tuesday the bridge would close in May.",
			[]string{"Emmanuel Macron say: the bridge would close in May."}},
		{"no full stop", "en", "Emmanuel Macron protested, Olaf Scholz demanded",
			[]string{"Emmanuel Macron condemn: Emmanuel Macron protested", "Olaf Scholz demand: Olaf Scholz demanded"}},
		{"day that is the subject", "en", "Emmanuel Macron said Tuesday was too early for a bridge.",
			[]string{"Emmanuel Macron say: Tuesday was too early for a bridge."}},
		{"call that is no appeal", "fr", "Emmanuel Macron a appelé Olaf Scholz mardi.", nil},
		{"subject left out", "ro", "A subliniat că podul va fi gata în primăvară.",
			[]string{"- say: că podul va fi gata în primăvară."}},
		{"relative pronoun in the group", "ro", "Macron a discutat cu Olaf Scholz, care a promis un pod nou peste fluviu.",
			[]string{"Olaf Scholz promise: Olaf Scholz, care a promis un pod nou peste fluviu."}},
		{"inside the marks of its quotation", "fr", "« Le pont est trop vieux, explique Emmanuel Macron. Il faut le fermer. »",
			[]string{"Emmanuel Macron say (quote): « Le pont est trop vieux, explique Emmanuel Macron.", "> say (quote): Il faut le fermer. »"}},
		{"turns of a transcript", "en", "Macron: The road is long. We know it.\nScholz: I said so.\nMacron: You did say so.",
			[]string{"Macron say: The road is long. We know it.", "Scholz say: I said so.", "Macron say: You did say so."}},
		{"one label makes no transcript", "en", "Macron: the road ahead for a president.\nThe road is long.", nil},
		{"set into its clause", "en", "The old bridge, the Kremlin added on Friday, would stay closed.",
			[]string{"the Kremlin say: The old bridge, the Kremlin added on Friday, would stay closed."}},
		{"set into its clause, with hearers", "en", "The bridge, Macron told reporters, is safe.",
			[]string{"Macron say: The bridge, Macron told reporters, is safe."}},
		{"set into its clause, inverted", "fr", "Le pont, a expliqué vendredi aux journalistes Emmanuel Macron, sera fermé.",
			[]string{"Emmanuel Macron say: Le pont, a expliqué vendredi aux journalistes Emmanuel Macron, sera fermé."}},
		{"set into its clause, inverted", "ro", "Podul, a explicat Emmanuel Macron, va fi închis.",
			[]string{"Emmanuel Macron say: Podul, a explicat Emmanuel Macron, va fi închis."}},
		{"behind two clauses", "en", "Once the ice has melted, the harbour will reopen, the Kremlin said.",
			[]string{"the Kremlin say: Once the ice has melted, the harbour will reopen,"}},
		{"hearers by their case alone", "uk", "Макрон сказав журналістам, що міст закриють у травні.",
			[]string{"Макрон say: що міст закриють у травні."}},
		{"those inside a house", "ru", "В Киеве отказались от нового моста.",
			[]string{"Киеве reject: В Киеве отказались от нового моста."}},
		{"a clause without a verb", "ru", "Макрон сказал, что новый мост готов к открытию.",
			[]string{"Макрон say: что новый мост готов к открытию."}},
		{"circumstance in front of a clause of its own", "de", "Macron sagte nach der Sitzung, man habe die Brücke geschlossen.",
			[]string{"Macron say: man habe die Brücke geschlossen."}},
		{"nobody named behind hearers", "ro", "Podul de la Paris, lângă Kremlin, va fi gata, au declarat pentru Reuters surse locale.", nil},
		{"what was denied stands before", "en", "Reports of a new bridge were denied by Macron.",
			[]string{"Macron deny: Reports of a new bridge were denied by Macron."}},
		{"what was denied is an antecedent", "fr", "Le pont serait fermé, une rumeur que le Kremlin a démentie.",
			[]string{"Kremlin deny: une rumeur que le Kremlin a démentie"}},
		{"attribution inside its clause", "fr", "Ce pont, qui selon le Kremlin est trop vieux, reste ouvert.",
			[]string{"Kremlin say: Ce pont, qui selon le Kremlin est trop vieux, reste ouvert."}},
		{"a reason given", "en", "Macron left the table, citing the need for sleep.",
			[]string{"Macron say: citing the need for sleep."}},
		{"a source cited is no reason given", "en", "Macron left the table, citing a source in the room.", nil},
		{"a participle is not inverted", "en", "Macron left the table, accusing Scholz of bad faith.",
			[]string{"Macron accuse: accusing Scholz of bad faith."}},
		{"an adjective of speech", "en", "Macron is confident that the bridge will hold.",
			[]string{"Macron say: the bridge will hold."}},
		{"a clause that only says more of a noun", "en", "Macron described the fact that the bridge held as a wonder of the age.",
			[]string{"Macron say: the fact that the bridge held as a wonder of the age."}},
		{"noting a thing", "en", "Macron noted the great age of the bridge.",
			[]string{"Macron say: the great age of the bridge."}},
		{"aside before the subject", "ro", "Podul va fi gata în mai, a anunțat, într-un interviu pentru Reuters, Emmanuel Macron.",
			[]string{"Emmanuel Macron say: Podul va fi gata în mai,"}},
	} {
		t.Run(tt.lang+" "+tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, speeches(t, tt.lang, tt.text)); diff != "" {
				t.Errorf("%s\n(-want +got):\n%s", tt.text, diff)
			}
		})
	}
}
