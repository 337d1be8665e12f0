internal import ContactCenter

extension Reading {
  func shrinkage() -> Shrinkage {
    guard let node = node("shrinkage"), let members = node.members else {
      let share = value(["shrinkage"], ShareText.parse) ?? .zero
      refuseFullShrinkage(share)
      return share == .zero ? .none : Shrinkage(planned: [.init(name: "shrinkage", share: share)], unplanned: [])
    }
    var shrinkage = Shrinkage.none
    for member in members {
      let categories = (member.value.members ?? []).compactMap { category in
        category.value.scalar.flatMap { try? ShareText.parse($0) }.map {
          Shrinkage.Category(name: category.name, share: $0)
        }
      }
      if member.name == "planned" { shrinkage.planned = categories } else { shrinkage.unplanned = categories }
    }
    for category in shrinkage.planned where shrinkage.unplanned.contains(where: { $0.name == category.name }) {
      warn(at: node.place, "shrinkage: '\(category.name)' is planned and unplanned; it may be counted twice")
    }
    refuseFullShrinkage(shrinkage.totalShare)
    return shrinkage
  }

  private func refuseFullShrinkage(_ share: Share) {
    guard share >= .whole, let node = node("shrinkage") else { return }
    error(
      at: node.place, "shrinkage: \(ShareText.text(share)) leaves nobody on the phones", help: "it must be below 100%")
  }

  /// Names under which planners count the pauses that shifts already hold.
  private static let pauseNames = [
    "break", "breaks", "lunch", "lunches", "pause", "pauses", "rest", "meals", "adherence",
  ]

  func warnOfDoubleCounting(_ shrinkage: Shrinkage, _ teams: [Team]) {
    guard let node = node("shrinkage") else { return }
    let shifts = teams.flatMap { team in if case .shifts(let shifts) = team.schedule { shifts } else { [Shift]() } }
    guard let shift = shifts.first(where: { !$0.breaks.isEmpty }) else { return }
    let minutes = shift.breaks.reduce(TimeSpan.zero) { $0 + $1.length }
    let pauses = "shift '\(shift.name)' has \(DurationText.text(minutes)) of breaks"
    for category in shrinkage.planned + shrinkage.unplanned where Self.pauseNames.contains(category.name.lowercased()) {
      warn(
        at: node.place,
        "\(pauses), and shrinkage '\(category.name)' \(ShareText.text(category.share)) may count them again")
    }
    if node.members == nil, shrinkage.planned.contains(where: { $0.name == "shrinkage" }) {
      warn(
        at: node.place, "\(pauses), and shrinkage \(ShareText.text(shrinkage.totalShare)) may count them again",
        help: "leave breaks and lunch out of the shrinkage, or name its categories")
    }
  }
}
