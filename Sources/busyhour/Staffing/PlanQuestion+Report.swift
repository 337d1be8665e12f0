internal import Reporting
internal import ScenarioFiles
internal import Workforce

extension PlanQuestion {
  /// The answer to the question asked; without one the need at the peak and through the day.
  func report(_ document: ScenarioDocument) async throws -> any Report {
    if verify {
      return try await Verification(document, method: method, countsAbandonment: countsAbandonment)
        .report(replications: replications)
    }
    if let method {
      return FigureReport(
        try DayStaffingPlan(document.scenario, method: method, countsAbandonment: countsAbandonment), document)
    }
    if explain { return FigureReport(try Explanation.all(of: document.scenario), document) }
    if let guideline { return try FigureReport(guideline: guideline, document) }
    return try StaffingReport(document)
  }
}
