internal import ContactCenter

extension SimulationPlan {
  /// The ranges that the simulator relies on.
  func validateConduct() throws(SimulationPlanError) {
    for conduct in teams.map(\.conduct) {
      for slip in [conduct.lateness, conduct.overrun, conduct.afterContact].compactMap({ $0 }) {
        try check(isActivity(slip.activity), "a slip names an unknown activity")
        try check(isShare(slip.probability), "the chance of a slip is not within 0 to 100%")
        try check(isLength(slip.mean), Self.badLength)
      }
      if let straying = conduct.straying {
        try check(isActivity(straying.activity), "a slip names an unknown activity")
        try check(isLength(straying.mean) && isLength(straying.every), Self.badLength)
      }
      try validate(conduct.onboarding, conduct.trainingActivity)
      try check(conduct.attrition.map { isShare($0.weekly) } ?? true, "an attrition is not within 0 to 100%")
      try check((conduct.attrition?.replacedAfterWeeks ?? 0) >= 0, "a place is filled before it is empty")
    }
    try check(delayActivity.map(isActivity) ?? true, "delayed breaks count under an unknown activity")
    try check(agents.allSatisfy { (0...520).contains($0.hiredWeeksAgo ?? 0) }, "a newcomer is older than ten years")
  }

  private static let badLength = "a slip is not above 0 and at most 7 days"

  private func validate(_ onboarding: Onboarding, _ activity: Int) throws(SimulationPlanError) {
    for stage in onboarding.stages {
      try check(stage.weeks > 0, "a stage of the onboarding lasts less than a week")
      try check(isShare(stage.training) && isShare(stage.reviewed), "a share of the onboarding is not within 0 to 100%")
      try check(
        stage.handleTimeFactor > 0 && stage.handleTimeFactor <= 100 && (0...100).contains(stage.resolvedFactor),
        "a factor of the onboarding is not above 0 and at most 100")
      try check(stage.training == .zero || isActivity(activity), "training is an unknown activity")
    }
  }

  private func isActivity(_ index: Int) -> Bool { activities.indices.contains(index) }
  private func isShare(_ share: Share) -> Bool { share >= .zero && share <= .whole }
  private func isLength(_ span: TimeSpan) -> Bool { span > .zero && span <= .days(7) }

  private func check(_ condition: Bool, _ message: @autoclosure () -> String) throws(SimulationPlanError) {
    guard condition else { throw .inconsistent(message()) }
  }
}
