//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// process is a process and all that descend from it, as /proc has them.
type process int

// family is the process and its descendants.
func (p process) family() []int {
	list := []int{int(p)}
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return list
	}
	children := map[int][]int{}
	for _, e := range entries {
		if pid, err := strconv.Atoi(e.Name()); err == nil {
			if f := stat(pid); len(f) > 3 {
				parent, _ := strconv.Atoi(f[1])
				children[parent] = append(children[parent], pid)
			}
		}
	}
	for i := 0; i < len(list); i++ {
		list = append(list, children[list[i]]...)
	}
	return list
}

// stat are the fields of /proc/PID/stat after the command's name: state, parent
// and so on.
func stat(pid int) []string {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return nil
	}
	return strings.Fields(string(b[bytes.LastIndexByte(b, ')')+1:]))
}

// cpu is the CPU time that the family has used, with that of its dead, which has
// a resolution of 10 ms.
func (p process) cpu() time.Duration {
	var total time.Duration
	for _, pid := range p.family() {
		var ts unix.Timespec
		if unix.ClockGettime(int32(^pid)<<3|2, &ts) == nil { // the CPU clock of another process
			total += time.Duration(ts.Nano())
		}
	}
	if f := stat(int(p)); len(f) > 14 {
		for _, ticks := range f[13:15] { // of children waited for: user, system
			n, _ := strconv.Atoi(ticks)
			total += time.Duration(n) * 10 * time.Millisecond
		}
	}
	return total
}

// memory is the resident memory of the family in bytes. What several processes
// share is counted once (PSS).
func (p process) memory() int {
	total := 0
	for _, pid := range p.family() {
		total += field(fmt.Sprintf("/proc/%d/smaps_rollup", pid), "Pss:") << 10
	}
	return total
}

// resident is the resident memory of the process alone, in bytes. It is cheap.
func (p process) resident() int { return field(fmt.Sprintf("/proc/%d/status", p), "VmRSS:") << 10 }

// threads is how many there are in the family.
func (p process) threads() int {
	total := 0
	for _, pid := range p.family() {
		total += field(fmt.Sprintf("/proc/%d/status", pid), "Threads:")
	}
	return total
}

// files is how many files and sockets the process has open.
func (p process) files() int {
	list, _ := os.ReadDir(fmt.Sprintf("/proc/%d/fd", p))
	return len(list)
}

// field is the number after a name at the beginning of a line; 0 without one.
func field(file, name string) int {
	b, _ := os.ReadFile(file)
	for l := range strings.Lines(string(b)) {
		if v, ok := strings.CutPrefix(l, name); ok {
			n, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(v), " kB"))
			return n
		}
	}
	return 0
}
