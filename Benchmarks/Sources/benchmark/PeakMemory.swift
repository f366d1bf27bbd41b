import Foundation

#if canImport(Darwin)
  import Darwin
#endif

/// The most memory that this process has had at once, in bytes: program, libraries and data.
///
/// The kernel's own account of it; what a parent process had before this one was started is not in it.
func peakMemory() -> Int? {
  #if canImport(Darwin)
    var usage = rusage()
    return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : nil
  #else
    guard let status = try? String(contentsOf: URL(filePath: "/proc/self/status"), encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kibibytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    return kibibytes * 1024
  #endif
}

/// Lets the peak be counted from now on, so that what an input was made of is left out of it. Linux only; elsewhere the
/// peak stays that of the whole run.
func forgetPeakMemory() {
  #if os(Linux)
    // The kernel sets the peak to what the process has now (proc_pid_clear_refs(5)).
    guard let switchboard = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? switchboard.write(contentsOf: Data("5".utf8))
  #endif
}
