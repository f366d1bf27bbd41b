/// A number for each pair of members, from one file, all of one provenance.
public struct PartyMatrix: Hashable, Sendable {
  /// A row per member in the members' order, a column per member in the same order.
  public let rows: [[Double]]
  /// Where all of the numbers come from.
  public let provenance: Provenance
  /// Where the case names the file.
  public let place: Place

  /// The number in the row of member `row` and the column of member `column`.
  public subscript(row: Int, column: Int) -> Double { rows[row][column] }
}
