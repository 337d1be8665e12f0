internal import ContactCenter

extension Fingerprint.Writer {
  mutating func add(_ shrinkage: Shrinkage) {
    for categories in [shrinkage.planned, shrinkage.unplanned] {
      add(categories.count)
      for category in categories {
        add(category.name)
        add(category.share)
        addTimes(of: category)
      }
    }
  }

  /// What a category of one share does not have is not added, so that its digest stays.
  private mutating func addTimes(of category: Shrinkage.Category) {
    guard !category.isUniform || category.correlation > .zero else { return }
    add("times: 1")
    for day in Weekday.allCases { add(category.weekdayShares[day].map { "\($0.partsPerBillion)" } ?? "-") }
    add(category.clockShares.count)
    for share in category.clockShares {
      add(share.clock)
      add(share.share)
    }
    add(category.correlation)
  }
}
