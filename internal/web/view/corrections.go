package view

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// Corrections is the page of what persons have mended.
type Corrections struct {
	// Log is a page of the log, the newest first, from Total in all; Next is the id before
	// which to go on, 0 when there are no more.
	Log   []LoggedCorrection `json:"log"`
	Total int                `json:"total"`
	Next  int64              `json:"next"`
}

// LoggedCorrection is a line of the log, with the correction that undid it, 0 for none.
type LoggedCorrection struct {
	record.Correction
	UndoneBy int64 `json:"undone_by"`
}

// Corrections shows the log before an id, "" for its end.
func (m *Maker) Corrections(ctx context.Context, before string) (v Corrections, err error) {
	v.Log = []LoggedCorrection{}
	last := int64(0)
	if before != "" {
		if last, err = strconv.ParseInt(before, 10, 64); err != nil {
			return v, fmt.Errorf("%w: before=%s is no number of a correction", parley.ErrFilter, before)
		}
	}
	log, err := m.register.Corrections(ctx)
	if err != nil {
		return v, err
	}
	v.Total = len(log)
	undone := map[int64]int64{}
	for _, c := range log { // whether an undo was itself undone is told by the last one
		if c.Action != "undo" {
			continue
		}
		undone[c.Undoes] = c.ID
		for of, by := range undone {
			if by == c.Undoes {
				delete(undone, of)
			}
		}
	}
	for _, c := range slices.Backward(log) {
		if last > 0 && c.ID >= last {
			continue
		}
		if len(v.Log) == defaultLimit {
			v.Next = v.Log[len(v.Log)-1].ID
			break
		}
		v.Log = append(v.Log, LoggedCorrection{c, undone[c.ID]})
	}
	return v, nil
}
