import ContactCenter
import Foundation

/// Files of numbers beside the generated scenarios.
enum GeneratedFiles {
  static let shape = "shape.csv"
  static let durations = "aht.csv"
  /// A scenario that others extend.
  static let extended = "base.yaml"

  static func counts(_ frame: ScenarioFrame) -> String {
    switch frame.counts {
    case .dates: "dated.csv"
    case .queues: "queues-\(frame.queues.count)\(frame.hasQueues ? "" : "-main").csv"
    case .typicalDay, nil: "counts.csv"
    }
  }

  /// A folder that holds them until the process ends.
  static let folder: String = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "busyhour-generated-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: GeneratedFiles.folder) }
    for (name, text) in all {
      try? text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    return folder.path
  }()

  private static var all: [(String, String)] {
    let hours = (0..<24).map { ($0 < 10 ? "0" : "") + "\($0):00" }
    let day = hours.enumerated().map { "\($1),\($0 % 4)" }
    let dates = ScenarioFrame.firstDates.flatMap { first in (0..<3).map { first.advanced(by: $0) } }
    let dated = Set(dates).sorted().flatMap { date in
      hours.enumerated().map { "\(date) \($1),\(($0 + date.dayNumber) % 3)" }
    }
    let byQueue = (1...3).map { count in
      let names = ScenarioFrame.queueNames.prefix(count)
      return (
        "queues-\(count).csv", lines("start,queue,count", names.flatMap { name in hours.map { "\($0),\(name),1" } })
      )
    }
    return [
      (extended, "busyhour: 1\nrun: {replications: 7}\nafter_close: disconnect\n"),
      ("counts.csv", lines("start,count", day)), (shape, lines("start,weight", day)),
      ("dated.csv", lines("start,count", dated)), (durations, "call;handle_s\n1;200\n2;400.5\n3;30\n"),
      ("queues-1-main.csv", lines("start,queue,count", hours.map { "\($0),main,2" })),
    ] + byQueue
  }

  private static func lines(_ header: String, _ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }
}
