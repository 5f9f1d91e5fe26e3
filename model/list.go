package model

import "iter"

// List is an immutable sequence, so that an [Atlas] is safe to share. The zero
// value is empty.
type List[T any] struct{ items []T }

// ListOf copies items into a List.
func ListOf[T any](items ...T) List[T] {
	if len(items) == 0 {
		return List[T]{}
	}
	return List[T]{append([]T(nil), items...)}
}

// ListOver makes a List of items without a copy. They must never change.
func ListOver[T any](items []T) List[T] { return List[T]{items} }

// Len returns the number of items.
func (l List[T]) Len() int { return len(l.items) }

// At returns the item at position i, from 0. It panics when i is out of range.
func (l List[T]) At(i int) T { return l.items[i] }

// All yields positions and items in order.
func (l List[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i, v := range l.items {
			if !yield(i, v) {
				return
			}
		}
	}
}

// Values yields the items in order.
func (l List[T]) Values() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, v := range l.items {
			if !yield(v) {
				return
			}
		}
	}
}

// Slice returns a copy of the items.
func (l List[T]) Slice() []T { return append([]T(nil), l.items...) }
