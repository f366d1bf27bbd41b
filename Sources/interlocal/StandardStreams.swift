import Foundation

/// Prints an answer to standard output, a line feed at its end.
///
/// A reader who has left, as `head` does, is no fault; a full disk is, so that nobody keeps half an answer as a whole.
func say(_ text: String) throws {
  switch write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO) {
  case 0, EPIPE: return
  case let fault: throw Refusal(exitCode: 2, "standard output: cannot be written: \(String(cString: strerror(fault)))")
  }
}

/// Says something on standard error that does not stop the command, whether or not anyone can hear it.
func warn(_ text: String) { _ = write(text + "\n", to: STDERR_FILENO) }

/// Writes all of `text`, and returns the system's number of what went wrong, or 0.
///
/// The system's own call, since a file handle's stops the program when nobody reads.
func write(_ text: String, to stream: Int32) -> Int32 {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Foundation.write(stream, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR {
      return errno
    }
  }
  return 0
}
