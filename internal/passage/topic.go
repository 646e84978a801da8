package passage

// topic is the words that the first paragraphs of a report use, cut to their
// beginnings so that their endings do not count.
type topic map[string]bool

// topic reads the first paragraphs.
func (d *document) topic() topic {
	const paragraphs, bytes = 3, 600
	t := topic{}
	n := 0
	for i := d.first; i < len(d.lines) && n < paragraphs; i++ {
		d.steps++
		if l := &d.lines[i]; l.role == "" && l.prose() {
			for _, tok := range tokenize(clip(l.s, bytes), bytes) {
				if stem := stemOf(tok.form); stem != "" {
					t[stem] = true
				}
			}
			n++
		}
	}
	return t
}

// share returns the part of the longer words among some tokens that the topic
// knows.
func (t topic) share(toks []token) float64 {
	known, all := 0, 0
	for _, tok := range toks {
		if stem := stemOf(tok.form); stem != "" {
			all++
			if t[stem] {
				known++
			}
		}
	}
	if all == 0 {
		return 0
	}
	return float64(known) / float64(all)
}

// stemOf returns the beginning of a word, "" of a short one.
func stemOf(form string) string {
	const least, stem = 4, 5
	if len(form) < least {
		return ""
	}
	return form[:min(stem, len(form))]
}
