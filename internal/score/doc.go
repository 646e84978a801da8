// Package score measures readings against gold: what a careful reader wrote
// down of the same documents.
//
//	set      := score.Load(folder)          // gold.jsonl and texts/
//	readings := score.Readings(file)        // what the program read
//	sheet    := score.Measure(set, readings)
//	    for each document: pair contacts, pair statements, count
//	    add up the counts, overall and by language
//	    figures := precision, recall, F1 and shares
//
// Every figure is a number from 0 to 1. A contact is found when it shares its
// parties and its form with one of the gold; it is exact when parties, kind and
// status all agree. A statement is found when it covers six tenths of the words
// of the gold's anchor, and right when the speaker is, too.
package score
