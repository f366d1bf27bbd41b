"""What work took, told as JSON: processor seconds, all threads of this process together, clock seconds, memory."""
import json
import math
import pathlib
import time


def measure(repeats, work):
    """Runs `work` once unmeasured, then `repeats` times, each in a batch that lasts long enough to be measured.

    Work that takes over a second needs no warming up: its first run is the one that counts. Returns the last result
    and {"cpu": [...], "wall": [...]}, seconds for one piece of work in each batch, as
    Sources/benchmark/Stopwatch.swift does.
    """
    start, clock = time.process_time(), time.perf_counter()
    result = work()
    once = time.process_time() - start
    if once > 1:
        return result, {"cpu": [once], "wall": [time.perf_counter() - clock]}
    batch = max(1, math.ceil(0.002 / max(once, 1e-7)))
    times = {"cpu": [], "wall": []}
    for _ in range(repeats):
        start, clock = time.process_time(), time.perf_counter()
        for _ in range(batch):
            result = work()
        times["wall"].append((time.perf_counter() - clock) / batch)
        times["cpu"].append((time.process_time() - start) / batch)
    return result, times


def peak_memory():
    """The most bytes that this process has had at once; None where the kernel does not tell."""
    status = pathlib.Path("/proc/self/status")
    if not status.exists():
        return None
    lines = status.read_text(encoding="utf-8").splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), None)


def report(repeats, work):
    """Measures `work`, which gives a list of numbers, and prints all."""
    numbers, times = measure(repeats, work)
    print(json.dumps({"times": times, "numbers": [float(number) for number in numbers], "peak": peak_memory()}))
