/// What the commands themselves refuse; the rooms behind them have errors of their own.
enum CommandError: Error {
  case unknownCommand(String)
  case unknownFormat(String, allowed: [String])
  case unknownPart(String, allowed: [String])
  case conflictingFormats
  case noTargets(String)
  case noResults(String)
  case noReplication(Int, count: Int)
  case nothingInCommon(String, String)
  case noContact(Int, last: Int)
  case notATime(String)
  case noTimeBetween(String, String)
  case noScenario
  case notOpeningHours(String)
  case fileExists(String)
  case onlyForFiles(String)
  case onlyForSimulate(String)
  case peopleDoNotFit(String)
  case nothingToVary(String)
  case badGrid(points: Int)
  case variedTwice(String)
  case noTime
  case noBaseline(String)
  case badActuals(String, line: Int, reason: String)
  case noFigure(String)
  case noEffect(String)
  case file(String, reason: String)
  case unknownName(String, what: String, known: [String])
  case noKeptLogs(String)
  case otherEngine(run: String, version: String, current: String)
  case unknownEnding(String, known: [String])
  case notReproducible(run: String, reason: String)
}
