import Foundation

/// How many files and connections the system lets this process open.
enum OpenFiles {
  /// What the record, its log and everything else but connections need.
  private static let others = 128

  /// Raises the process's limit as far as it may, and says how many connections fit below it.
  ///
  /// A server that runs out of files cannot accept even the request that would free one.
  static func connections(atMost wanted: Int) -> Int {
    var limit = rlimit()
    guard getrlimit(numbered(RLIMIT_NOFILE), &limit) == 0 else { return wanted }
    let needed = rlim_t(wanted + others)
    if limit.rlim_cur < needed {
      var raised = limit
      raised.rlim_cur = min(needed, limit.rlim_max)
      if setrlimit(numbered(RLIMIT_NOFILE), &raised) == 0 { limit = raised }
    }
    guard limit.rlim_cur < needed else { return wanted }
    return max(1, Int(limit.rlim_cur) - others)
  }

  #if os(Linux)
    private static func numbered(_ resource: __rlimit_resource) -> __rlimit_resource_t {
      __rlimit_resource_t(resource.rawValue)
    }
  #else
    private static func numbered(_ resource: Int32) -> Int32 { resource }
  #endif
}
