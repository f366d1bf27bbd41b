import RegionalCases
import Testing

@Suite struct VocabularyTests {
  @Test func aTextFallsBackToEnglishThenToAnyLanguage() {
    let both = LocalizedText(byLanguage: ["en": "water", "zh": "水"])
    #expect(both["zh"] == "水")
    #expect(both["sv"] == "water")
    #expect(LocalizedText(byLanguage: ["zh": "水", "sv": "vatten"])["en"] == "vatten")
    #expect(LocalizedText("vatten")["zh"] == "vatten")
  }

  @Test(
    "the best number of a figure is its value, mode, mean or midpoint",
    arguments: [
      (Figure.Form.certain(3), 3.0), (.triangular(low: 0, mode: 1, high: 5), 1), (.normal(mean: 2, sd: 9), 2),
      (.uniform(min: -1, max: 2), 0.5),
      (.uniform(min: -.greatestFiniteMagnitude, max: .greatestFiniteMagnitude), 0),
    ])
  func best(form: Figure.Form, number: Double) {
    let place = Place(file: "case.yaml", line: 1, column: 1)
    let figure = Figure(form, provenance: Provenance(status: .assumed), place: place)
    #expect(figure.best == number)
    #expect(figure.isUncertain == (form != .certain(3)))
  }

  @Test func twelveCellsHaveIdsThatReadBack() {
    #expect(MechanismCell.allCases.count == 12)
    #expect(Set(MechanismCell.allCases.map(\.id)).count == 12)
    for cell in MechanismCell.allCases { #expect(MechanismCell(id: cell.id) == cell) }
    #expect(MechanismCell(id: "bilateral") == nil)
  }

  @Test(
    "a range holds its numbers and says so in words",
    arguments: [
      (FigureRange.any, "a number", [-1e300, 0, 1], []), (.share, "0 to 1", [0, 0.5, 1], [-0.1, 1.1]),
      (.nearlyOne, "0 to 0.99", [0, 0.99], [1, -1]),
      (FigureRange(low: 0, high: 1, includesHigh: false), "at least 0 and below 1", [0, 0.99], [1, -1]),
      (.positive, "above 0", [1e-300], [0, -1]),
      (.count, "a whole number of at least 0", [0, 7], [-1, 0.5]),
      (FigureRange(low: 0, high: 1, isWhole: true), "a whole number, 0 to 1", [0, 1], [0.5, 2]),
      (FigureRange(high: 3, includesHigh: false), "below 3", [2], [3]),
    ])
  func range(range: FigureRange, words: String, within: [Double], outside: [Double]) {
    #expect(range.description == words)
    #expect(within.allSatisfy(range.contains))
    #expect(!outside.contains(where: range.contains))
  }

  @Test func placesAreInTheOrderOfFileLineAndColumn() {
    #expect(Place(file: "a", line: 2, column: 1) < Place(file: "a", line: 10, column: 1))
    #expect(Place(file: "a", line: 2, column: 9) < Place(file: "b", line: 1, column: 1))
  }
}
