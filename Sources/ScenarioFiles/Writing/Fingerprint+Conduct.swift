internal import ContactCenter

// What a scenario does not have is not added, so that its digest stays.

extension Fingerprint.Writer {
  mutating func addPeople(_ scenario: Scenario) {
    addConduct(scenario.conduct == .none ? nil : scenario.conduct)
    if !scenario.onboarding.stages.isEmpty {
      add("onboarding: 1")
      add(scenario.onboarding.stages.count)
      for stage in scenario.onboarding.stages {
        add(stage.weeks)
        add([stage.handleTimeFactor, stage.resolvedFactor])
        add(stage.training)
        add(stage.reviewed)
      }
    }
    if !scenario.activities.isEmpty {
      add("activities: 1")
      add(scenario.activities.count)
      for activity in scenario.activities { add(activity) }
    }
  }

  mutating func addTenure(_ team: Team) {
    addConduct(team.conduct)
    if let newcomers = team.newcomers {
      add("newcomers: 1")
      add(newcomers.count)
      add(newcomers.weeks)
    }
    if let attrition = team.attrition {
      add("attrition: 1")
      add(attrition.weekly)
      add(attrition.replacedAfterWeeks ?? -1)
    }
  }

  mutating func addReview(_ review: ReviewRule?) {
    guard let review else { return }
    add("review: 1")
    add(review.share)
    add(review.queue)
  }

  private mutating func addConduct(_ conduct: Conduct?) {
    guard let conduct else { return }
    add("conduct: 1")
    for slip in [conduct.lateness, conduct.overrun, conduct.afterContact] {
      add(slip.map { "\($0.share.partsPerBillion) \($0.mean.microseconds)" } ?? "-")
    }
    add(conduct.straying.map { "\($0.every.microseconds) \($0.mean.microseconds)" } ?? "-")
  }

  private mutating func add(_ activity: ScheduledActivity) {
    add(activity.name)
    switch activity.day {
    case .weekdays(let days): add(Weekday.allCases.filter(days.contains).map(\.abbreviation).joined())
    case .dates(let range): add("\(range.lowerBound)..\(range.upperBound)")
    }
    add(activity.clock.map { [$0] } ?? [])
    add(activity.people ?? -1)
    add(activity.teams.count)
    for team in activity.teams { add(team) }
    add(activity.with ?? -1)
  }
}
