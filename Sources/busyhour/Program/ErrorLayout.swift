internal import ArgumentParser
internal import Reporting
internal import ResultsStore
internal import ScenarioFiles
internal import Spelling
internal import Workforce

/// The one layout of errors: `error: what`, then `help: what to do`. Scenario problems bring their places along.
struct ErrorLayout {
  var message: String
  var help: String?
  /// Laid out by their room.
  var whole: String?

  init(_ error: any Error, arguments: [String] = []) {
    switch error {
    case let problems as ScenarioProblems: (message, whole) = ("", problems.description)
    case let error as StoreError: (message, help) = ("\(error.path): \(error.what)", error.next)
    case let error as CommandError: (message, help) = (error.message, error.help)
    case let problem as StaffingProblem: (message, help) = (problem.description, problem.help)
    case is CancellationError: message = "interrupted"
    case _ where RootCommand.exitCode(for: error) == .validationFailure:
      (message, help) = Self.usage(RootCommand.message(for: error), arguments)
    default: message = "\(error)"
    }
  }

  func text(_ style: TextStyle) -> String {
    if let whole { return style.isColored ? Self.painted(whole, style) : whole }
    let first = style.paint("error:", .bad) + " " + message + "\n"
    return first + (help.map { style.paint("help:", .strong) + " \($0)\n" } ?? "")
  }

  /// ArgumentParser's sentence in our layout: its suggestion is the help.
  private static func usage(_ message: String, _ arguments: [String]) -> (String, String?) {
    let name = CommandNames.command(in: arguments).map { "busyhour \($0)" } ?? "busyhour"
    let whole = message.prefix(1).lowercased() + message.dropFirst()
    guard let split = whole.firstRange(of: ". Did you mean ") else { return (whole, "see `\(name) --help`") }
    return (String(whole[..<split.lowerBound]), "did you mean " + whole[split.upperBound...])
  }

  private static func painted(_ text: String, _ style: TextStyle) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      for (word, ink) in [("error:", Ink.bad), ("warning:", .unsure), ("note:", .strong), ("help:", .strong)]
      where line.hasPrefix(word) {
        return style.paint(word, ink) + line.dropFirst(word.count)
      }
      return String(line)
    }.joined(separator: "\n")
  }
}

extension CommandError {
  fileprivate var message: String {
    switch self {
    case .unknownCommand(let name): "unknown command '\(name)'"
    case .unknownFormat(let name, _): "unknown format '\(name)'"
    case .unknownPart(let name, _): "unknown part '\(name)'"
    case .conflictingFormats: "--json and --format contradict each other"
    case .noTargets(let name): "'\(name)' has no targets to evaluate"
    case .noResults(let run): "run \(run) has no replications"
    case .noReplication(let number, _): "the run has no replication \(number)"
    case .nothingInCommon(let first, let second): "runs \(first) and \(second) have no replication in common"
    case .noContact(let number, let last):
      last == 0 ? "the replication has no calls" : "the replication has no call \(number); its last is \(last)"
    case .verifiesWholeDays(let start):
      "formulas are about whole days, and run.start_at starts the simulation at \(start)"
    case .notATime(let text): "'\(text)' is not a clock time"
    case .noTimeBetween(let from, let to): "no time lies from \(from) to \(to)"
    case .noScenario: "neither a scenario nor --calls and --handle"
    case .notOpeningHours(let text): "'\(text)' is neither a length of the day nor opening hours"
    case .fileExists(let path): "\(path) is there already"
    case .onlyForFiles(let option): "\(option) needs a scenario file: a stored run is what it is"
    case .onlyForSimulate(let option): "\(option) is for simulate, evaluate and compare"
    case .peopleDoNotFit(let point): "the base's people cannot be kept at \(point): its calendar or teams are others"
    case .nothingToVary(let file): "\(file) has no block `sweep:`, and there is no --vary"
    case .badGrid(let points):
      points == 0 ? "every point of the sweep is excluded" : "the sweep has \(points) points, more than 10000"
    case .variedTwice(let key): "'\(key)' is varied twice"
    case .noFigure(let kpi): "the scenario gives no figure for \(kpi)"
    case .noEffect(let key): "neither end of '\(key)' changes the scenario"
    case .noBaseline(let name): "there is no baseline '\(name)'"
    case .badActuals(let path, let line, let reason): "\(path):\(line): \(reason)"
    case .noTime: "the time was over before anything was done"
    case .file(let path, let reason): "\(path): \(reason)"
    case .unknownName(let name, let what, _): "there is no \(what) '\(name)'"
    case .noKeptLogs(let run): "no log of run \(run) was kept"
    case .otherEngine(let run, let version, let current):
      "run \(run) was made by busyhour \(version), this is \(current): they may simulate differently"
    case .unknownEnding(let path, _): "\(path): its ending names no format"
    case .notReproducible(let run, let reason): "run \(run) cannot be made again: \(reason)"
    }
  }

  fileprivate var help: String? {
    switch self {
    case .unknownCommand(let name): Self.nearest(name, CommandNames.all, "commands")
    case .unknownFormat(let name, let allowed): Self.nearest(name, allowed, "formats here")
    case .unknownPart(let name, let allowed): Self.nearest(name, allowed, "parts")
    case .conflictingFormats: "give one of them"
    case .noTargets: "add `target: 90% in 20s`, or a list of `targets:`, to the scenario"
    case .noResults: "it was stopped before its first one; simulate again"
    case .noReplication(_, let count): "replications are 0 to \(count - 1)"
    case .nothingInCommon: "complete them: busyhour simulate --resume RUN"
    case .noContact: "calls are numbered 1, 2, 3, ... in order of arrival"
    case .verifiesWholeDays: "verify the scenario without run.start_at"
    case .notATime: "write 10:30 or 10:30:15; 34:30 is 10:30 of the second day"
    case .noTimeBetween: "give the earlier one first; 34:30 is 10:30 of the second day"
    case .noScenario: "busyhour staff FILE, or busyhour staff --calls 1000/day --open 10h --handle 5m"
    case .notOpeningHours: "write 10h, 08:00-18:00, Mon-Fri 08:00-18:00 or 24/7"
    case .fileExists: "name another folder, or overwrite it with --force"
    case .onlyForFiles(let option): "busyhour evaluate FILE \(option) ... simulates anew"
    case .onlyForSimulate: "give a number"
    case .peopleDoNotFit: "solve them again at every point: --resolve"
    case .nothingToVary: "for instance --vary shrinkage=20%..40%/5%"
    case .badGrid(let points): points == 0 ? "exclude fewer" : "take wider steps"
    case .variedTwice: "give all that is wanted of it at once"
    case .noFigure: "costs need wages: cost: $22/h"
    case .noEffect: "write a lower and a higher value than it has"
    case .noBaseline: "busyhour baseline set RUN"
    case .badActuals: "a row a day: date,service_level_pct,asa_s,offered,..."
    case .noTime: "grant more with --time-limit"
    case .file: nil
    case .unknownName(let name, _, let known): Self.nearest(name, Array(known.prefix(40)), "known here")
    case .noKeptLogs: "simulate with --keep-log"
    case .otherEngine(_, let version, _): "use version \(version), or simulate it anew with this one"
    case .unknownEnding(_, let known): "end it in \(known.joined(separator: ", ")), or say --format"
    case .notReproducible: "simulate it anew with this version"
    }
  }

  private static func nearest(_ word: String, _ candidates: [String], _ label: String) -> String {
    if let near = NearestWords.first(to: word, among: candidates) { return "did you mean '\(near)'?" }
    return "\(label): \(candidates.joined(separator: ", "))"
  }
}
