package sshd

import (
	"os"
	"runtime"
	"strconv"
	"strings"
)

// runtimeFigures returns figures of Go's runtime, under the names of Prometheus's client
// for Go.
func runtimeFigures() map[string]float64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return map[string]float64{
		`go_info{version="` + runtime.Version() + `"}`: 1,
		"go_gomaxprocs":                    float64(runtime.GOMAXPROCS(0)),
		"go_goroutines":                    float64(runtime.NumGoroutine()),
		"go_gc_duration_seconds_count":     float64(m.NumGC),
		"go_gc_duration_seconds_sum":       float64(m.PauseTotalNs) / 1e9,
		"go_memstats_alloc_bytes_total":    float64(m.TotalAlloc),
		"go_memstats_frees_total":          float64(m.Frees),
		"go_memstats_heap_alloc_bytes":     float64(m.HeapAlloc),
		"go_memstats_heap_idle_bytes":      float64(m.HeapIdle),
		"go_memstats_heap_inuse_bytes":     float64(m.HeapInuse),
		"go_memstats_heap_objects":         float64(m.HeapObjects),
		"go_memstats_heap_released_bytes":  float64(m.HeapReleased),
		"go_memstats_heap_sys_bytes":       float64(m.HeapSys),
		"go_memstats_last_gc_time_seconds": float64(m.LastGC) / 1e9,
		"go_memstats_mallocs_total":        float64(m.Mallocs),
		"go_memstats_next_gc_bytes":        float64(m.NextGC),
		"go_memstats_stack_inuse_bytes":    float64(m.StackInuse),
		"go_memstats_sys_bytes":            float64(m.Sys),
	}
}

// processFigures returns figures of a process from its folder in /proc, under the names
// of Prometheus's clients; none where the system has no such folder.
func processFigures(folder string) map[string]float64 {
	figures := map[string]float64{}
	stat, _ := os.ReadFile(folder + "/stat")
	// The second field, the name of the program in brackets, may have blanks.
	if fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:])); len(fields) > 21 {
		number := func(place int) float64 { // of a field as proc(5) counts them
			n, _ := strconv.ParseFloat(fields[place-3], 64)
			return n
		}
		const ticks = 100 // a second: USER_HZ of every system that Go runs on
		figures["process_cpu_seconds_total"] = (number(14) + number(15)) / ticks
		figures["process_minor_pagefaults_total"], figures["process_major_pagefaults_total"] = number(10), number(12)
		figures["process_num_threads"] = number(20)
		figures["process_virtual_memory_bytes"] = number(23)
		figures["process_resident_memory_bytes"] = number(24) * float64(os.Getpagesize())
	}
	if files, err := os.ReadDir(folder + "/fd"); err == nil {
		figures["process_open_fds"] = float64(len(files))
	}
	return figures
}

// formatFigure writes a figure in digits, without an exponent where it is whole.
func formatFigure(f float64) string {
	if whole := int64(f); float64(whole) == f {
		return strconv.FormatInt(whole, 10)
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}
