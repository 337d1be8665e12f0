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
  /// Own uncertainties: `handle=4m..7m`, by key.
  let ranges: [String: (low: String, high: String)]
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
        bars.append(.init(input: input.path, base: input.base, low: swings[0], high: swings[1]))
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

  /// Every value of the long form that a factor can change and that the scenario still holds together with; how it is
  /// simulated and judged is no input.
  private func inputs() throws -> [Input] {
    let ours = world.base.inputs.filter { input in
      !["run", "targets", "interval", "busyhour", "name", "sweep"].contains {
        input.path == $0 || input.path.hasPrefix($0 + ".")
      }
        && !input.path.hasPrefix("demand.profile") && !input.path.hasSuffix(".priority")
        && !(input.path.hasPrefix("queues.") && input.path.hasSuffix(".target"))
    }
    var inputs: [Input] = []
    for input in ours {
      let own = ranges[input.path]
      let low = own.map { "\(input.path)=\($0.low)" } ?? "\(input.path)=-\(percent)%"
      let high = own.map { "\(input.path)=\($0.high)" } ?? "\(input.path)=+\(percent)%"
      let (left, right) = (variant(low), variant(high))
      if own != nil { _ = try (world.longDocument([low]), world.longDocument([high])) }
      guard left != nil || right != nil else { continue }
      inputs.append(Input(path: input.path, base: input.value, low: left, high: right))
    }
    if let unknown = ranges.keys.sorted().first(where: { key in !inputs.contains { $0.path == key } }) {
      throw CommandError.noInput(unknown, inputs: inputs.map(\.path))
    }
    return inputs
  }

  /// nil where the value cannot be changed so, or stays what it was.
  private func variant(_ setting: String) -> Variant? {
    guard let document = try? world.longDocument([setting]), document.fingerprint != world.base.fingerprint else {
      return nil
    }
    return Variant(setting: setting, document: document)
  }
}
