package export

import (
	"io"
	"strings"
)

// Column is one column of a table.
type Column struct {
	Title string
	// Right puts the cells of numbers one under the other.
	Right bool
	// Least is the width in columns of the terminal down to which the column may be
	// narrowed while there is room for all; 0 for one that is never narrowed.
	Least int
	// Wrap goes on in further lines where a cell is too long; else it is cut.
	Wrap bool
	// Spare is left out where there is no room for all.
	Spare bool
}

// Cell is one value of a table.
type Cell struct {
	Text  string
	style style
}

// Grid is a table for a person: its columns fit the terminal, whatever the script.
type Grid struct {
	look    Look
	columns []Column
	rows    [][]Cell
	tight   bool // all that can be spared is left out, and still there is no room
}

// NewGrid makes an empty table.
func NewGrid(look Look, columns ...Column) *Grid { return &Grid{look: look, columns: columns} }

// Row adds a row, with a cell for each column.
func (g *Grid) Row(cells ...Cell) {
	row := make([]Cell, len(g.columns))
	for i, c := range cells {
		row[i] = Cell{cleanText(c.Text), c.style}
	}
	g.rows = append(g.rows, row)
}

// Print writes the table.
func (g *Grid) Print(out io.Writer) error {
	widths := g.widths()
	p := &page{look: g.look}
	head := make([]Cell, len(g.columns))
	for i, c := range g.columns {
		head[i] = Cell{c.Title, faint}
	}
	for _, row := range append([][]Cell{head}, g.rows...) {
		g.print(p, row, widths)
	}
	_, err := out.Write(p.Bytes())
	return err
}

// gutter is the space between two columns.
const gutter = 2

// widths gives each column its width, 0 to those that are left out.
func (g *Grid) widths() []int {
	widths := make([]int, len(g.columns))
	for i, c := range g.columns {
		for _, row := range g.rows {
			widths[i] = max(widths[i], cells.String(row[i].Text))
		}
		if widths[i] > 0 { // a column without a value is left out
			widths[i] = max(widths[i], cells.String(c.Title))
		}
	}
	for g.narrow(widths) > 0 {
		last := -1
		for i, c := range g.columns {
			if c.Spare && widths[i] > 0 {
				last = i
			}
		}
		if last < 0 {
			g.tight = true
			if g.narrow(widths) > 0 {
				g.narrowest(widths)
			}
			break
		}
		widths[last] = 0
	}
	return widths
}

// scant is down to what width columns are narrowed where the terminal is too narrow for
// their least; nothing is cut any more then, so that no more than the look is lost.
const scant = 12

func (g *Grid) least(c Column) int {
	if g.tight {
		return min(c.Least, scant)
	}
	return c.Least
}

// narrowest narrows all columns as far as they can be.
func (g *Grid) narrowest(widths []int) {
	for i, c := range g.columns {
		if c.Least > 0 {
			widths[i] = min(widths[i], g.least(c))
		}
	}
}

// narrow takes from the widest of the columns that can be narrowed until all fit, from
// those that could be spared before the others, and returns how much is still too much.
func (g *Grid) narrow(widths []int) int {
	over := -gutter - g.look.Width
	for _, w := range widths {
		if w > 0 {
			over += w + gutter
		}
	}
	narrowed := append([]int{}, widths...)
	for ; over > 0; over-- {
		widest := g.widest(narrowed, true)
		if widest < 0 {
			widest = g.widest(narrowed, false)
		}
		if widest < 0 {
			return over
		}
		narrowed[widest]--
	}
	copy(widths, narrowed)
	return 0
}

// widest is the widest column that can be narrowed, of those that could be spared or of
// the others; -1 when there is none.
func (g *Grid) widest(widths []int, spare bool) int {
	at := -1
	for i, c := range g.columns {
		if c.Spare == spare && c.Least > 0 && widths[i] > g.least(c) && (at < 0 || widths[i] > widths[at]) {
			at = i
		}
	}
	return at
}

func (g *Grid) print(p *page, row []Cell, widths []int) {
	lines := make([][]string, len(row))
	height := 1
	for i, cell := range row {
		if widths[i] == 0 {
			continue
		}
		lines[i] = wrap(cell.Text, widths[i])
		if !g.columns[i].Wrap && !g.tight && len(lines[i]) > 1 {
			lines[i] = []string{cut(cell.Text, widths[i])}
		}
		height = max(height, len(lines[i]))
	}
	for n := range height {
		var line strings.Builder
		for i, cell := range row {
			if widths[i] == 0 {
				continue
			}
			text := ""
			if n < len(lines[i]) {
				text = isolate(p.look.paint(cell.style, lines[i][n]))
			}
			space := strings.Repeat(" ", max(0, widths[i]-cells.String(text)))
			if g.columns[i].Right {
				text = space + text
			} else {
				text += space
			}
			line.WriteString(text + strings.Repeat(" ", gutter))
		}
		p.line(line.String())
	}
}

// cut takes away what does not fit, and says so.
func cut(s string, most int) string {
	return cells.TruncateString(s, most, "…")
}
