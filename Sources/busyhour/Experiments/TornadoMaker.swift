internal import ContactCenter
internal import Experiments
internal import KPIs
internal import Reporting
internal import ScenarioFiles

/// Every quantity of a scenario, lower and higher, one at a time.
struct TornadoMaker: Sendable {
  let world: World
  let kpi: KPI
  /// Percent.
  let percent: Int
  /// Inputs with uncertainties of their own, each with its lower and its higher value.
  let uncertainties: [SweepAxis]
  let deadline: ContinuousClock.Instant?
  let console: Console

  private struct Variant {
    var setting: String
    var document: ScenarioDocument
  }

  private struct Input {
    var path: String
    var base: String
    var low: Variant?
    var high: Variant?
    var isOwn = false
  }

  func report() async throws -> TornadoReport {
    let inputs = try inputs()
    let variants = inputs.flatMap { [$0.low, $0.high].compactMap { $0 } }
    let simulator = try PointSimulator(world, deadline: deadline)
    var progress = ProgressBar(console, total: (variants.count + 1) * world.replications, unit: "replications")
    defer { progress.finish() }
    var done = 0
    func samples(_ document: ScenarioDocument, _ settings: [String]) async throws -> RunSamples {
      try await simulator.samples(of: try world.point(document, at: settings), world.key(document)) {
        done += $0
        progress.update(done)
      }
    }
    var (estimate, bars): (Estimate?, [TornadoReport.Bar]) = (nil, [])
    do {
      let base = try await samples(world.base, [])
      estimate = base.sample(of: kpi).flatMap { Estimate($0, unit: kpi.unit) }
      guard estimate != nil else { throw CommandError.noFigure(kpi.name) }
      for input in inputs {
        var swings: [TornadoReport.Swing?] = []
        for variant in [input.low, input.high] {
          guard let variant else {
            swings.append(nil)
            continue
          }
          let other = try await samples(variant.document, [variant.setting])
          swings.append(swing(variant.setting, base, other))
        }
        bars.append(.init(input: input.path, base: input.base, low: swings[0], high: swings[1], isOwn: input.isOwn))
      }
    } catch is OutOfTime {
      guard !bars.isEmpty else { throw CommandError.noTime }
    } catch is CancellationError {
      progress.finish()
      throw simulator.reportInterruption(to: console)
    }
    progress.finish()
    try simulator.report(to: console)
    guard let estimate else { throw CommandError.noFigure(kpi.name) }
    return TornadoReport(
      facts: world.facts, kpi: kpi, base: estimate, bars: bars, staffing: world.staffing, change: "+-\(percent)%",
      missing: inputs.dropFirst(bars.count).map(\.path))
  }

  /// The same seed draws the same days, so differences are taken replication by replication.
  private func swing(_ setting: String, _ base: RunSamples, _ other: RunSamples) -> TornadoReport.Swing? {
    let rows = Comparison(first: base, second: other, isPaired: true).rows
    return rows.first { $0.name == kpi.name }.map {
      TornadoReport.Swing(
        setting: setting, value: $0.second.mean, difference: $0.difference, interval: $0.interval)
    }
  }

  // MARK: Inputs

  /// What the scenario holds together with: how it is simulated and judged is no input.
  private static let noInputs = ["run", "targets", "interval", "busyhour", "name", "sweep", "tornado"]

  /// Every value of the long form that a factor can change; those with an uncertainty of their own by that.
  private func inputs() throws -> [Input] {
    var own = try uncertainties.map(own)
    var (inputs, done): ([Input], Set<String>) = ([], [])
    for input in world.base.inputs {
      if let place = own.firstIndex(where: { $0.touched.contains(input.path) }) {
        done.formUnion(own[place].touched)
        inputs.append(own.remove(at: place).input)
      } else if !done.contains(input.path), Self.isVaried(input.path), let input = moved(input) {
        inputs.append(input)
      }
    }
    return inputs + own.map(\.input)
  }

  private static func isVaried(_ path: String) -> Bool {
    !noInputs.contains { path == $0 || path.hasPrefix($0 + ".") } && !path.hasPrefix("demand.profile")
      && !path.hasSuffix(".priority") && !(path.hasPrefix("queues.") && path.hasSuffix(".target"))
  }

  /// nil where neither a lower nor a higher value is possible.
  private func moved(_ input: ScenarioDocument.Input) -> Input? {
    func variant(_ change: String) -> Variant? {
      let setting = "\(input.path)=\(change)\(percent)%"
      return (try? world.longDocument([setting])).flatMap { self.variant(setting, $0) }
    }
    let (low, high) = (variant("-"), variant("+"))
    return low == nil && high == nil ? nil : Input(path: input.path, base: input.value, low: low, high: high)
  }

  /// An input between the ends of its own uncertainty, and the paths of the long form that these change.
  /// - Throws: `ScenarioProblems` for ends that the scenario cannot have; ``CommandError/noEffect(_:)``.
  private func own(_ axis: SweepAxis) throws -> (input: Input, touched: Set<String>) {
    let settings = axis.values.map { "\(axis.key)=\($0)" }
    let documents = try settings.map { try world.document([$0]) }
    let variants = zip(settings, documents).map(variant)
    guard variants.contains(where: { $0 != nil }) else { throw CommandError.noEffect(axis.key) }
    let before = world.base.inputs
    let touched = documents.reduce(into: Set<String>()) { paths, document in
      paths.formUnion(Set(before).symmetricDifference(document.inputs).map(\.path))
    }
    let base = before.filter { touched.contains($0.path) }.map(\.value).joined(separator: ", ")
    return (Input(path: axis.key, base: base, low: variants[0], high: variants[1], isOwn: true), touched)
  }

  /// nil where the value stays what it was.
  private func variant(_ setting: String, _ document: ScenarioDocument) -> Variant? {
    document.fingerprint == world.base.fingerprint ? nil : Variant(setting: setting, document: document)
  }
}
