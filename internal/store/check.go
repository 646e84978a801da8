package store

import (
	"context"
	"fmt"
)

// Problem is something in a register that is not as it should be.
type Problem struct {
	// Note is true for what harms nothing and only deserves to be known.
	Note bool
	// Where is the table, document or entry, What says what is wrong.
	Where, What string
}

// String returns the problem in one line.
func (p Problem) String() string { return p.Where + ": " + p.What }

// maxProblems is how many problems are told; a damaged register may have as many as rows.
const maxProblems = 100

// Check looks whether a register is sound: the file, the references between its tables,
// the index of words, and that everything made of the readings and the corrections is what
// is made of them today. It reads all of it, while others may go on writing.
func (s *Store) Check(ctx context.Context) ([]Problem, error) {
	c := &checker{ctx: ctx}
	err := s.read(ctx, func(q *session) error {
		c.session, c.memory = q, newMemory()
		return c.all()
	})
	return c.problems, s.plain("checking", err)
}

// checker gathers problems while it walks through a register.
type checker struct {
	ctx context.Context
	*session
	memory   memory
	rules    *rules
	problems []Problem
}

func (c *checker) all() error {
	steps := []func() error{c.file, c.log, c.documents, c.dangling, c.mentions, c.entries, c.terms}
	switch done, err := renewed(c.ctx, c.session); {
	case err != nil:
		return err
	case !done:
		c.problems = append(c.problems, Problem{
			Note: true, Where: "the register",
			What: "its entries were made by an earlier version of Parley; they are made anew, and can be compared, once it is opened for writing (parley add)",
		})
		steps = steps[:2]
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// tell notes a problem. The error is errStop when there are enough.
func (c *checker) tell(where, format string, args ...any) error {
	c.problems = append(c.problems, Problem{Where: where, What: fmt.Sprintf(format, args...)})
	if len(c.problems) >= maxProblems {
		return errStop
	}
	return nil
}

// damage notes as a problem that something cannot be read.
func (c *checker) damage(where string, err error) error {
	if err == nil || c.ctx.Err() != nil {
		return err
	}
	return c.tell(where, "%v", err)
}

// file asks SQLite.
func (c *checker) file() error {
	// FTS5 keeps in mind how the index lay when the connection last looked into it, and
	// forgets it when it is asked something, but not when it is checked.
	if _, err := column[int64](c.ctx, c.session, "SELECT rowid FROM words LIMIT 1"); err != nil {
		return err
	}
	found, err := column[string](c.ctx, c.session, "PRAGMA integrity_check")
	if err != nil {
		return err
	}
	for _, f := range found {
		if f == "ok" {
			continue
		}
		if err := c.tell("the file", "%s", f); err != nil {
			return err
		}
	}
	return c.rows(c.ctx, "PRAGMA foreign_key_check", nil, func(scan scanner) error {
		var table, parent string
		var row, key any
		if err := scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		return c.tell(table, "row %v leads to a row of %s that is not there", row, parent)
	})
}

// log looks at the corrections.
func (c *checker) log() error {
	all, err := corrections(c.ctx, c.session)
	if err != nil {
		c.rules = &rules{}
		return c.damage("corrections", err)
	}
	for i, one := range all {
		if one.ID != int64(i+1) {
			if err := c.tell("corrections", "number %d stands where %d is due: one was taken out", one.ID, i+1); err != nil {
				return err
			}
			break
		}
	}
	if c.rules, err = readRules(c.ctx, c.session); err != nil {
		return err // it could just be read
	}
	return nil
}

// dangling notes the corrections that name contacts which are not there.
func (c *checker) dangling() error {
	x := newIndex(c.ctx, c.session, &c.memory)
	for _, one := range c.rules.force {
		for _, r := range contactsOf(&one) {
			m, err := x.Mention(r)
			if err != nil {
				return c.damage("corrections", err)
			}
			if m == nil {
				c.problems = append(c.problems, Problem{
					Note: true, Where: fmt.Sprintf("correction %d", one.ID),
					What: fmt.Sprintf("%s (%s) names contact %s of document %s, which its reading has no more", one.Action, one.Reason, r.Contact, r.Document),
				})
			}
		}
	}
	return nil
}

// terms compares the counts of terms with what is counted.
func (c *checker) terms() error {
	return c.rows(c.ctx, `SELECT t.facet, t.value FROM terms t
		LEFT JOIN (SELECT term, count(*) n FROM facets GROUP BY term) f ON f.term = t.id
		LEFT JOIN (SELECT term, count(*) n FROM remarks GROUP BY term) r ON r.term = t.id
		WHERE t.entries <> coalesce(f.n, 0) OR t.statements <> coalesce(r.n, 0)`, nil, func(scan scanner) error {
		var k term
		if err := scan(&k.facet, &k.value); err != nil {
			return err
		}
		return c.tell("terms", "what has the %s %q was miscounted", k.facet, k.value)
	})
}

// sameRows compares how many rows a table has with how many it should have.
func (c *checker) sameRows(table string, want int) error {
	var have int
	if _, err := c.row(c.ctx, "SELECT count(*) FROM "+table, nil, &have); err != nil {
		return err
	}
	if have != want {
		return c.tell(table, "there are %d rows, and should be %d", have, want)
	}
	return nil
}

// each walks over the rows of a table in the order of their numbers, so that do may run
// other statements.
func (c *checker) each(table string, do func(id int64) error) error {
	next := "SELECT id FROM " + table + " WHERE id > ? ORDER BY id LIMIT 1000"
	for last := int64(-1); ; {
		ids, err := column[int64](c.ctx, c.session, next, last)
		if err != nil || len(ids) == 0 {
			return err
		}
		for _, id := range ids {
			if err := do(id); err != nil {
				return err
			}
		}
		last = ids[len(ids)-1]
	}
}
