internal import ContactCenter
internal import ScenarioFiles
internal import Workforce

extension ScenarioDocument {
  /// The plan, by a staffing that is known already or by one that is worked out.
  ///
  /// - Throws: `ScenarioProblems` with the place of a value that cannot be; `StaffingProblem` where no staffing is found.
  func staffed(_ table: StaffingTable? = nil) throws -> StaffedPlan {
    do throws(StaffingProblem) {
      guard let table else { return try PlanBuilder.build(scenario) }
      return try PlanBuilder.build(scenario, staffing: table)
    } catch {
      throw error.key.isEmpty ? error : problems(of: error)
    }
  }

  /// - Throws: `ScenarioProblems` where the run cannot begin in the state that the scenario gives.
  func checkStart() throws(ScenarioProblems) {
    if let problem = PlanBuilder.startProblem(of: scenario) { throw problems(of: problem) }
  }

  private func problems(of problem: StaffingProblem) -> ScenarioProblems {
    problems(at: problem.key, problem.description, help: problem.help)
  }
}
