internal import ContactCenter

/// How many people of a team are there to take contacts, step by step: the plan's duties counted, before absences by
/// chance.
enum PresenceCurve {
  /// - Returns: people at the start of each step.
  /// - Complexity: O(duties + steps).
  static func people(of team: Int, in plan: SimulationPlan, steps: Int, stepSeconds: Double) -> [Int] {
    let step = Int64(stepSeconds * 1e6)
    var changes = Array(repeating: 0, count: steps + 1)
    func change(_ amount: Int, at time: SimulationTime) {
      let place = Int((time.microseconds + step - 1) / step)
      if place <= steps { changes[max(0, place)] += amount }
    }
    var isAway = Array(repeating: false, count: plan.agents.count)
    for duty in plan.duties where plan.agents[duty.agent].team == team {
      switch duty.kind {
      case .signIn:
        isAway[duty.agent] = false
        change(1, at: duty.time)
      case .pause(_, let length):
        change(-1, at: duty.time)
        change(1, at: duty.time + length)
      case .away:
        isAway[duty.agent] = true
        change(-1, at: duty.time)
      case .signOut: if !isAway[duty.agent] { change(-1, at: duty.time) }
      }
    }
    var present = 0
    return changes.prefix(steps).map { amount in
      present += amount
      return max(0, present)
    }
  }
}
