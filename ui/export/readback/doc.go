// Package readback compares package xlsx with excelize, which writes and reads
// workbooks without it. It is a module of its own: excelize adds 6.5 MB to a program
// that imports it, and 1.6 ms to each of its starts.
package readback
