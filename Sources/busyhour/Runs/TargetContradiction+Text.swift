internal import ContactCenter
internal import Reporting
internal import Workforce

extension TargetContradiction {
  /// Why both cannot hold, what each would cost the other, and the cure.
  var sentence: String {
    let level =
      "\(ShareText.of(wantedServiceLevel)) in \(DurationText.plain(seconds: acceptableWait.inSeconds))"
    let wanted = Self.percent(
      wantedOccupancy, places: (wantedOccupancy * 100).rounded() == wantedOccupancy * 100 ? 0 : 1)
    var text =
      "\(level) and an occupancy of \(wanted) cannot both hold for '\(team)' at its peak of "
      + "\(NumberText.fixed(offeredLoadErlangs, places: 2)) erlangs: \(level) needs \(forServiceLevel.positions) on the "
      + "phones, who are \(Self.percent(forServiceLevel.occupancy ?? 0, places: 1)) busy"
    if let other = forOccupancy {
      let reached =
        other.serviceLevel.map { "answer \(Self.percent($0, places: 1)) in time" } ?? "cannot carry the load"
      text += "; \(other.positions) would be busy enough, and \(reached)"
    }
    return text + ". Pooling queues, or blending in work that can wait, is the cure."
  }

  private static func percent(_ share: Double, places: Int = 0) -> String {
    NumberText.fixed(share * 100, places: places) + "%"
  }
}
