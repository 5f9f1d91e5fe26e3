// Package learntest serves pages in the forms of Microsoft Learn to tests, on this
// machine. The pages come from a folder of the documentation's repository, or from the
// tests. The forms are written by us, after public copies of other pages.
package learntest
