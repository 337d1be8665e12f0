internal import ContactCenter

extension LongFormWriter {
  static func lines(of shrinkage: Shrinkage, indent: String) -> [String] {
    guard shrinkage != .none else { return ["\(indent)shrinkage: 0%"] }
    let kinds = [("planned", shrinkage.planned), ("unplanned", shrinkage.unplanned)].filter { !$0.1.isEmpty }
    return ["\(indent)shrinkage:"]
      + kinds.flatMap { name, categories in
        ["\(indent)  \(name):"]
          + categories.map { "\(indent)    \(YAMLText.quoted($0.name)): \(text($0))" }
      }
  }

  private static func text(_ category: Shrinkage.Category) -> String {
    guard !category.isUniform || category.correlation > .zero else { return ShareText.text(category.share) }
    let weekdays = Weekday.allCases.compactMap { day in
      category.weekdayShares[day].map { "\(day.abbreviation): \(ShareText.text($0))" }
    }
    let clock = category.clockShares.map { "'\(ClockText.text($0.clock))': \(ShareText.text($0.share))" }
    let parts = [
      "share: \(ShareText.text(category.share))",
      weekdays.isEmpty ? nil : "weekday: {\(weekdays.joined(separator: ", "))}",
      clock.isEmpty ? nil : "clock: {\(clock.joined(separator: ", "))}",
      category.correlation > .zero ? "correlation: \(ShareText.text(category.correlation))" : nil,
    ]
    return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
  }
}
