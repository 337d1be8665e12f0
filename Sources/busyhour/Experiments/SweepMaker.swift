internal import ContactCenter
internal import Experiments
internal import KPIs
internal import Reporting
internal import ScenarioFiles

/// Scenario file and axes -> the points' figures.
struct SweepMaker: Sendable {
  let world: World
  let design: SweepDesign
  /// Where the axes stand, for messages.
  private let source: String
  let deadline: ContinuousClock.Instant?
  let console: Console

  init(_ world: World, axes: [String], deadline: ContinuousClock.Instant?, console: Console) throws {
    (self.world, self.deadline, self.console) = (world, deadline, console)
    if axes.isEmpty {
      guard let design = world.base.sweep else { throw CommandError.nothingToVary(world.file) }
      self.design = design
      source = "\(world.file), sweep:"
    } else {
      source = "--vary"
      design = SweepDesign(axes: try axes.map { try world.base.axis($0) })
    }
    let size = design.size
    guard (1...SweepDesign.mostPoints).contains(size), !design.points.isEmpty else {
      throw CommandError.badGrid(points: design.points.isEmpty ? 0 : size)
    }
    if let twice = design.axes.first(where: { axis in design.axes.count { $0.key == axis.key } > 1 }) {
      throw CommandError.variedTwice(twice.key)
    }
  }

  private struct Outcome {
    var settings: [SweepDesign.Setting]
    var samples: RunSamples
    var isBase: Bool
  }

  func report() async throws -> SweepReport {
    let points = design.points
    // All points are read before one is simulated: a bad value is told at once.
    let documents = try points.map(document)
    let plans = try zip(points, documents).map { try world.point($1, at: $0.map(\.text)) }
    let simulator = try PointSimulator(world, deadline: deadline)
    var progress = ProgressBar(console, total: points.count * world.replications, unit: "replications")
    defer { progress.finish() }
    var (outcomes, done): ([Outcome], Int) = ([], 0)
    do {
      for (place, point) in plans.enumerated() {
        let samples = try await simulator.samples(of: point, world.key(documents[place])) {
          done += $0
          progress.update(done)
        }
        outcomes.append(
          Outcome(
            settings: points[place], samples: samples,
            isBase: documents[place].fingerprint == world.base.fingerprint))
      }
    } catch is OutOfTime {
      guard !outcomes.isEmpty else { throw CommandError.noTime }
    } catch is CancellationError {
      progress.finish()
      throw simulator.reportInterruption(to: console)
    }
    progress.finish()
    try simulator.report(to: console)
    return SweepReport(
      facts: world.facts, keys: design.axes.map(\.key), staffing: world.staffing,
      points: outcomes.map {
        SweepReport.Point(values: $0.settings.map(\.value), isBase: $0.isBase, scorecard: Scorecard($0.samples))
      }, limits: limits(outcomes), missingPoints: points.count - outcomes.count, notes: notes(documents))
  }

  /// What is wrong with a value is told of the axis that it comes from.
  private func document(_ point: [SweepDesign.Setting]) throws -> ScenarioDocument {
    do {
      return try world.document(point.map(\.text))
    } catch {
      var problems = error
      for place in problems.diagnostics.indices {
        let axis = point.first { problems.diagnostics[place].file == "--set \($0.key)" }
        if let axis { problems.diagnostics[place].file = "\(source) \(axis.text)" }
      }
      throw problems
    }
  }

  /// A figure in place of a map of categories takes them away: worth a line.
  private func notes(_ documents: [ScenarioDocument]) -> [String] {
    guard let first = documents.first else { return [] }
    return design.axes.compactMap { axis in
      let paths = Set(first.inputs.map(\.path))
      let gone = world.base.inputs.map(\.path).filter { $0.hasPrefix(axis.key + ".") && !paths.contains($0) }
      return gone.count > 1 ? "Varying \(axis.key) as one figure replaces \(gone.joined(separator: ", "))." : nil
    }
  }

  // MARK: Where targets hold

  /// Along the first axis, for each combination of the others.
  private func limits(_ outcomes: [Outcome]) -> [SweepReport.Limit] {
    guard let axis = design.axes.first, let numbers = axis.numbers else { return [] }
    let order = Dictionary(zip(axis.values, numbers), uniquingKeysWith: { first, _ in first })
    var groups: [(fixed: String, outcomes: [Outcome])] = []
    for outcome in outcomes {
      let fixed = outcome.settings.dropFirst().map(\.text).joined(separator: ", ")
      if let place = groups.firstIndex(where: { $0.fixed == fixed }) {
        groups[place].outcomes.append(outcome)
      } else {
        groups.append((fixed, [outcome]))
      }
    }
    return groups.flatMap { group in
      let sorted = group.outcomes.sorted { order[$0.settings[0].value]! < order[$1.settings[0].value]! }
      return limits(sorted, axis, sorted.map { order[$0.settings[0].value]! }, fixed: group.fixed)
    }
  }

  private func limits(
    _ outcomes: [Outcome], _ axis: SweepAxis, _ values: [Double], fixed: String
  ) -> [SweepReport.Limit] {
    guard let first = outcomes.first, let last = outcomes.last else { return [] }
    return first.samples.targets.indices.compactMap { place in
      let target = first.samples.targets[place]
      let direction = MonotoneResponse.direction(
        of: target.metric, along: axis.key, in: world.base.scenario, isSolvedAnew: world.staffing == .solved)
      return BreakEven.pair(values: values, runs: outcomes.map(\.samples), target: place, direction: direction).map {
        SweepReport.Limit(
          target: target, fixed: fixed, first: first.settings[0].value, last: last.settings[0].value, pair: $0,
          text: { axis.text(of: $0) })
      }
    }
  }
}
