package syntax
import ("testing";"os";"strings";"fmt")
func TestTry(t *testing.T){
 for _, x := range []string{
 "fr|Le président a rencontré hier à Paris son homologue ukrainien , Volodymyr Zelensky .",
 "fr|Emmanuel Macron s' est entretenu avec Vladimir Poutine .",
 "fr|Il rencontrera lundi le chancelier allemand , qui aurait refusé l' invitation .",
 "fr|Les deux ministres n' ont pas évoqué la guerre .",
 "fr|Reçu à l’ Élysée par M. Macron , le premier ministre indien a été reçu au Sénat .",
 "fr|MACRON RENCONTRE POUTINE À MOSCOU",
 "fr|Le président ukrainien rencontrerait Donald Trump",
 "en|Putin Meets Xi Jinping In Beijing For Talks",
 "en|The minister did n’t meet his Russian counterpart , who had called him on Friday .",
 "en|TRUMP SPEAKS WITH ZELENSKY BY PHONE",
 "en|Biden 's phone call with Netanyahu lasted 30 minutes .",
 "ro|Președintele Klaus Iohannis s- a întâlnit marți cu omologul său francez .",
 "ro|Preşedintele României va discuta cu ministrul de externe al Ucrainei .",
 "ro|Presedintele Romaniei va discuta cu ministrul de externe .",
 "ro|Ministrul ar fi refuzat invitația premierului .",
 } {
  l, s, _ := strings.Cut(x,"|")
  f,_ := os.Open("../../packs/"+l+"/syntax.model"); m, err := Load(f); if err!=nil {t.Fatal(err)}
  w := strings.Fields(s); var a Analysis; m.Analyse(w,&a); m.Parse(&a)
  for i := range w { h := "ROOT"; if a.Head[i]>=0 { h = w[a.Head[i]] }; fmt.Printf("%-14s %-6s %-14s %-10s<-%-12s %s\n", w[i], a.Tag[i], a.Lemma(i), a.Rel[i], h, a.Feats[i]) }
  fmt.Println()
 }
}
