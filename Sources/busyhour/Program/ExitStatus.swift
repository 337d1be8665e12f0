internal import ArgumentParser
internal import ResultsStore
internal import ScenarioFiles
internal import Simulation
internal import Workforce

/// What the process says with its exit status. Thrown by a command that has said everything else already.
enum ExitStatus: Int32, Error {
  case success = 0
  /// Disk, database, internal.
  case failure = 1
  /// Arguments, scenario, unknown names.
  case badInput = 2
  /// Ran fine; a target is missed.
  case missed = 3
  case infeasible = 4
  case interrupted = 130

  init(of error: any Error) {
    switch error {
    case let status as ExitStatus: self = status
    case is ScenarioProblems, is SimulationPlanError: self = .badInput
    case let problem as StaffingProblem: self = problem.key.isEmpty ? .infeasible : .badInput
    case is CancellationError: self = .interrupted
    case let error as StoreError: self = error.isUsersChoice ? .badInput : .failure
    case let error as CommandError: self = error.exitStatus
    // ArgumentParser's own status of a usage error is 64.
    case _ where RootCommand.exitCode(for: error) == .validationFailure: self = .badInput
    default: self = .failure
    }
  }
}

extension CommandError {
  var exitStatus: ExitStatus {
    switch self {
    case .file: .failure
    default: .badInput
    }
  }
}

extension StoreError {
  /// Whether other arguments would help: a name, a path, a reference.
  fileprivate var isUsersChoice: Bool {
    switch kind {
    case .missing, .empty, .notAStore, .unfitName, .nameTaken, .noSuchRun, .ambiguousRun, .noRuns, .noSuchReplication,
      .logNotKept:
      true
    default: false
    }
  }
}
