internal import ContactCenter

/// How many people of a team are there to take contacts, step by step: the plan's duties counted, before absences by
/// chance.
enum PresenceCurve {
  /// One coming or going.
  struct Change {
    var step: Int
    var amount: Int
    /// Whether somebody who was late to leave is as much later here: the end of a pause, which keeps its length.
    var isReturn: Bool
  }

  /// - Complexity: O(duties).
  static func changes(of team: Int, in plan: SimulationPlan, stepSeconds: Double) -> [Change] {
    let step = Int64(stepSeconds * 1e6)
    func place(_ time: SimulationTime) -> Int { max(0, Int((time.microseconds + step - 1) / step)) }
    var isAway = Array(repeating: false, count: plan.agents.count)
    return plan.duties.flatMap { duty -> [Change] in
      guard plan.agents[duty.agent].team == team else { return [] }
      switch duty.kind {
      case .signIn:
        isAway[duty.agent] = false
        return [Change(step: place(duty.time), amount: 1, isReturn: false)]
      case .pause(_, let length):
        return [
          Change(step: place(duty.time), amount: -1, isReturn: false),
          Change(step: place(duty.time + length), amount: 1, isReturn: true),
        ]
      case .away:
        isAway[duty.agent] = true
        return [Change(step: place(duty.time), amount: -1, isReturn: false)]
      case .chance, .mayResign: return []
      case .signOut:
        return isAway[duty.agent] ? [] : [Change(step: place(duty.time), amount: -1, isReturn: false)]
      }
    }
  }

  /// People at the start of each step.
  static func people(_ changes: [Change], steps: Int) -> [Int] {
    var amounts = Array(repeating: 0, count: steps)
    for change in changes where change.step < steps { amounts[change.step] += change.amount }
    var present = 0
    return amounts.map { amount in
      present += amount
      return max(0, present)
    }
  }
}
