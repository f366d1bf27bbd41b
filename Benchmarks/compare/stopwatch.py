"""Seconds that work took: of processor time, all threads of this process together, and on the clock."""
import math
import time


def measure(repeats, work):
    """Runs `work` once unmeasured, then `repeats` times, each in a batch that lasts long enough to be measured.

    Returns the last result and {"cpu": [...], "wall": [...]}, seconds for one piece of work in each batch.
    """
    start = time.process_time()
    result = work()
    once = time.process_time() - start
    batch = max(1, math.ceil(0.002 / max(once, 1e-7)))  # as in Sources/benchmark/Stopwatch.swift
    times = {"cpu": [], "wall": []}
    for _ in range(repeats):
        start, clock = time.process_time(), time.perf_counter()
        for _ in range(batch):
            result = work()
        times["wall"].append((time.perf_counter() - clock) / batch)
        times["cpu"].append((time.process_time() - start) / batch)
    return result, times
