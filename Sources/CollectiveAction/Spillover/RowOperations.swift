// Loops over rows of numbers. Four at a time are read before any is written, so that they may be done at once.

/// Adds `factor` times `row` to `target`.
@inline(__always)
func addMultiple(
  _ factor: Double, of row: UnsafeMutablePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
) {
  setSum(target, target, factor, row, count: count)
}

/// Makes `result` the sum of `row` and `factor` times `other`.
@inline(__always)
func setSum(
  _ result: UnsafeMutablePointer<Double>, _ row: UnsafeMutablePointer<Double>, _ factor: Double,
  _ other: UnsafeMutablePointer<Double>, count: Int
) {
  var k = 0
  while k &+ 4 <= count {
    let a = row[k] + factor * other[k]
    let b = row[k &+ 1] + factor * other[k &+ 1]
    let c = row[k &+ 2] + factor * other[k &+ 2]
    let d = row[k &+ 3] + factor * other[k &+ 3]
    result[k] = a
    result[k &+ 1] = b
    result[k &+ 2] = c
    result[k &+ 3] = d
    k &+= 4
  }
  while k < count {
    result[k] = row[k] + factor * other[k]
    k &+= 1
  }
}

/// Adds `factor` times `row` and `secondFactor` times `second` to `target`.
@inline(__always)
private func addMultiples(
  _ factor: Double, of row: UnsafeMutablePointer<Double>, _ secondFactor: Double,
  of second: UnsafeMutablePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
) {
  var k = 0
  while k &+ 4 <= count {
    let a = target[k] + factor * row[k] + secondFactor * second[k]
    let b = target[k &+ 1] + factor * row[k &+ 1] + secondFactor * second[k &+ 1]
    let c = target[k &+ 2] + factor * row[k &+ 2] + secondFactor * second[k &+ 2]
    let d = target[k &+ 3] + factor * row[k &+ 3] + secondFactor * second[k &+ 3]
    target[k] = a
    target[k &+ 1] = b
    target[k &+ 2] = c
    target[k &+ 3] = d
    k &+= 4
  }
  while k < count {
    target[k] = target[k] + factor * row[k] + secondFactor * second[k]
    k &+= 1
  }
}

/// Solves `order` equations, each a row of its slopes and its right side, in place; the solution takes the places of
/// the right sides. Two unknowns at a time are taken out of the rows below. Rows are not exchanged, so whoever asks
/// has to check what comes out.
/// - Returns: whether all numbers are finite.
func eliminate(_ equations: UnsafeMutablePointer<Double>, order: Int) -> Bool {
  let width = order &+ 1
  var column = 0
  while column &+ 1 < order {
    let first = equations + column &* width + column
    let second = first + width
    let inverse = 1 / first[0]
    addMultiple(-second[0] * inverse, of: first + 1, to: second + 1, count: order &- column)
    let secondInverse = 1 / second[1]
    let rest = order &- column &- 1
    var target = second + width
    let end = equations + order &* width
    while target < end {
      let factor = -target[0] * inverse
      let secondFactor = -(target[1] + factor * first[1]) * secondInverse
      addMultiples(factor, of: first + 2, secondFactor, of: second + 2, to: target + 2, count: rest)
      target += width
    }
    column &+= 2
  }
  // From the last unknown up, each taken out of all equations above it.
  column = order
  while column > 0 {
    column &-= 1
    let value = equations[column &* width &+ order] / equations[column &* width &+ column]
    guard value.isFinite else { return false }
    equations[column &* width &+ order] = value
    var above = equations
    var row = 0
    while row < column {
      above[order] -= above[column] * value
      above += width
      row &+= 1
    }
  }
  return true
}

/// Whether a symmetric form, of which the upper half is read and overwritten, is positive for all but zero, as is every
/// form whose entries are off from its own by no more than (n + 5) roundings: so much is taken off its diagonal before.
/// Neither the order nor the units of rows matter (Rump 2006, BIT Numer. Math. 46, 433–452).
func isPositiveDefinite(_ form: UnsafeMutablePointer<Double>, order: Int) -> Bool {
  let margin = 1 - 8 * Double(order) * Double(order &+ 5) * .ulpOfOne
  for place in 0..<order { form[place &* order &+ place] *= margin }
  var column = 0
  while column < order {
    let pivots = form + column &* order
    let pivot = pivots[column]
    guard pivot >= .leastNormalMagnitude, pivot.isFinite else { return false }
    let inverse = 1 / pivot
    var row = column &+ 1
    while row < order {
      let target = form + row &* order
      addMultiple(-pivots[row] * inverse, of: pivots + row, to: target + row, count: order &- row)
      row &+= 1
    }
    column &+= 1
  }
  return true
}
