import ArgumentParser
import Foundation

/// A path that an argument names.
///
/// An empty one is most often a shell variable that was never set; taken for the folder one stands in, it would have a
/// command read or write where nobody meant it to.
func path(_ argument: String) throws -> String {
  guard !argument.isEmpty else { throw ValidationError("it is empty; name one") }
  return argument
}

/// A whole number that an argument tells, within what may be told.
func wholeNumber<Number: FixedWidthInteger & Sendable>(
  _ range: ClosedRange<Number>
) -> @Sendable (String) throws -> Number {
  { argument in
    guard let number = Number(argument), range.contains(number) else {
      throw ValidationError("it is a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}

/// A path as it is typed to a shell: in quotes where the shell would not take it for one word.
func quoted(_ path: String) -> String {
  let plain = path.unicodeScalars.allSatisfy { scalar in
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || "/._-+,:@%".unicodeScalars.contains(scalar)
  }
  return plain ? path : "'" + path.replacingOccurrences(of: "'", with: "'\\''") + "'"
}
