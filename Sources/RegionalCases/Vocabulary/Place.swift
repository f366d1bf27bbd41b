/// Where something stands in a file of a case; prints as `case.yaml:14:9`.
public struct Place: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The file's path relative to the case folder.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, counted in Unicode scalars.
  public let column: Int

  /// The place at a line and a column, both from 1.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// By file, then line, then column.
  public static func < (left: Place, right: Place) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }

  /// As in `case.yaml:14:9`.
  public var description: String { "\(visible(file)):\(line):\(column)" }
}
