package page

// logged says a word of the audit log: an action, an outcome or a role. A word that there
// is no text for stays as it is, for the log is older than the program that shows it.
func (w *words) logged(list, word string) string {
	if key := "access." + list + "-" + word; w.Has(key) {
		return w.Text(key)
	}
	return word
}
