internal import ContactCenter

/// The planned shrinkage of one moment: which part of the people each category keeps away.
struct PlannedShares: Hashable {
  private let categories: [(name: String, share: Share)]
  private let sum: Share

  init(_ shrinkage: Shrinkage, on weekday: Weekday, at clock: TimeSpan) {
    categories = shrinkage.planned.map { ($0.name, $0.share(on: weekday, at: clock)) }
    sum = categories.reduce(.zero) { $0 + $1.share }
  }

  /// People present of `scheduled`: floor(N x (1 - planned share)), exact at ties.
  func present(of scheduled: Int) -> Int { sum.complement.ofWhole(scheduled) }

  /// The category of the i-th of `count` absentees: categories take their shares in order.
  func activity(ofAbsentee index: Int, among count: Int) -> String {
    let middle = (Double(index) + 0.5) / Double(max(1, count)) * sum.fraction
    var reached = 0.0
    for category in categories {
      reached += category.share.fraction
      if middle < reached { return category.name }
    }
    return categories.last?.name ?? "shrinkage"
  }

  static func == (left: PlannedShares, right: PlannedShares) -> Bool {
    left.categories.elementsEqual(right.categories) { $0 == $1 }
  }
  func hash(into hasher: inout Hasher) { hasher.combine(sum) }
}

/// A stretch of the horizon with one shrinkage.
struct ShrinkagePiece {
  var range: ClockRange
  /// Where it begins.
  var weekday: Weekday
  var clock: TimeSpan

  /// A stretch of the horizon in pieces within which a shrinkage stays the same.
  static func pieces(
    _ range: ClockRange, of shrinkage: Shrinkage, _ scenario: Scenario, _ clock: HorizonClock
  ) -> [ShrinkagePiece] {
    let borders = shrinkage.borders
    var cuts = [range.start]
    if !borders.isEmpty {
      for day in clock.place(of: range.start).day...clock.place(of: range.end).day {
        cuts += borders.map { clock.instant(day: day, $0) }.filter { range.start < $0 && $0 < range.end }
      }
    }
    return zip(cuts, cuts.dropFirst() + [range.end]).map { start, end in
      let place = clock.place(of: start)
      return ShrinkagePiece(
        range: ClockRange(start: start, end: end), weekday: scenario.weekday(ofDay: place.day), clock: place.clock)
    }
  }
}
