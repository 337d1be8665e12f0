internal import ContactCenter
internal import EventLog

// What a fold gives.

extension IntervalFold {
  /// The sums of each day of the horizon. What happens after the horizon belongs to its last interval.
  public func daySums() -> [DaySums] {
    (0..<(parameters.dayIntervals.count - 1)).map { day in
      let range = parameters.dayIntervals[day]..<parameters.dayIntervals[day + 1]
      var sums = sums(of: range)
      if teamCount > 1 { sums.teams = teams[day] } else { sums.teams = [onlyTeam(sums)] }
      sums.timeByActivity = timeByActivity[day]
      if !pay.premium.isEmpty {
        for team in sums.teams.indices { sums.teams[team].premium = pay.premium[day][team] }
      }
      return sums
    }
  }

  /// A single team is the center.
  func onlyTeam(_ sums: DaySums) -> TeamSums {
    var team = TeamSums()
    (team.time, team.answered) = (sums.agents, sums.contacts.answered)
    return team
  }

  /// The sums of one interval; teams and activities are known by day only.
  public func intervalSums(_ interval: Int) -> DaySums { sums(of: interval..<(interval + 1)) }

  func sums(of range: Range<Int>) -> DaySums {
    var sums = DaySums(
      queueCount: parameters.acceptableWaits.count, teamCount: parameters.teamCount,
      activityCount: parameters.activityCount)
    for queue in sums.queues.indices {
      for index in range { sums.queues[queue] += contactSums(queue, index) }
    }
    for index in range { sums.agents += agents[index] }
    if range.contains(parameters.peakInterval) {
      sums.peak = agents[parameters.peakInterval]
      sums.peakLength = parameters.peakLength.microseconds
    }
    return sums
  }
}
