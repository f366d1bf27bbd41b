import Foundation

/// A bar that grows on a terminal's standard error, and keeps silent anywhere else.
struct ProgressBar {
  private let isShown = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  private let width = 28

  /// Draws the bar at `part`, 0 to 1, beside what is being done.
  func show(_ part: Double, _ doing: String) {
    guard isShown else { return }
    let full = Int((min(max(part, 0), 1) * Double(width)).rounded())
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    _ = write("\r\u{1B}[2K\(bar) \(doing)", to: STDERR_FILENO)
  }

  /// Wipes the bar.
  func clear() {
    if isShown { _ = write("\r\u{1B}[2K", to: STDERR_FILENO) }
  }
}
