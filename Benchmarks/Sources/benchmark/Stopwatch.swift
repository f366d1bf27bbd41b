#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Seconds that pieces of work took: of processor time, all threads of this process together, and on the clock.
struct Stopwatch: Encodable {
  private(set) var cpu: [Double] = []
  private(set) var wall: [Double] = []

  /// Runs `work` once unmeasured, then `repeats` times, each in a batch that lasts long enough to be measured.
  ///
  /// Work that takes over a second needs no warming up: its first run is the one that counts.
  ///
  /// - Returns: the last result, with the seconds that one piece of work took in each batch.
  static func measure<Result>(
    repeats: Int, _ work: () throws -> Result
  ) rethrows -> (result: Result, times: Stopwatch) {
    var start = now(CLOCK_PROCESS_CPUTIME_ID)
    var clock = now(CLOCK_MONOTONIC)
    var result = try work()
    let once = now(CLOCK_PROCESS_CPUTIME_ID) - start
    let batch = max(1, Int((shortestBatch / max(once, 1e-7)).rounded(.up)))
    var times = Stopwatch()
    if once > 1 {
      times.cpu = [once]
      times.wall = [now(CLOCK_MONOTONIC) - clock]
      return (result, times)
    }
    for _ in 0..<repeats {
      start = now(CLOCK_PROCESS_CPUTIME_ID)
      clock = now(CLOCK_MONOTONIC)
      for _ in 0..<batch { result = try work() }
      times.wall.append((now(CLOCK_MONOTONIC) - clock) / Double(batch))
      times.cpu.append((now(CLOCK_PROCESS_CPUTIME_ID) - start) / Double(batch))
    }
    return (result, times)
  }

  /// Long beside the microsecond that reading the clock may take, short beside a time slice.
  private static let shortestBatch = 0.002

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
