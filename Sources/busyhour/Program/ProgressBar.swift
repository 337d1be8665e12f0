internal import Reporting

/// How far a run is, on one line of a terminal that is written over and over.
struct ProgressBar {
  private let console: Console
  private let total: Int
  private let unit: String
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var isShown = false
  private static let width = 32
  /// A tenth of a second: often enough to move, seldom enough to cost nothing.
  private static let pause = Duration.milliseconds(100)

  init(_ console: Console, total: Int, unit: String) {
    self.console = console
    self.total = max(1, total)
    self.unit = unit
    start = clock.now
    last = start
  }

  var elapsedSeconds: Double { (clock.now - start) / .seconds(1) }

  mutating func update(_ done: Int) {
    guard console.isAnimated, clock.now - last >= Self.pause else { return }
    last = clock.now
    isShown = true
    Console.write("\r\u{1B}[K" + line(done), to: .messages)
  }

  /// Leaves a clean line.
  mutating func finish() {
    if isShown { Console.write("\r\u{1B}[K", to: .messages) }
    isShown = false
  }

  private func line(_ done: Int) -> String {
    let filled = min(Self.width, Self.width * done / total)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
    let left = done > 0 ? elapsedSeconds * Double(total - done) / Double(done) : .nan
    return "[\(bar)] \(NumberText.whole(done))/\(NumberText.whole(total)) \(unit)  "
      + "\(DurationText.of(seconds: elapsedSeconds))  \(DurationText.of(seconds: left)) left"
  }
}
