internal import ArgumentParser
internal import ContactCenter
internal import Reporting
internal import ScenarioFiles
internal import Workforce

/// What `solve` looks for.
enum SolveSubject: String, ExpressibleByArgument, CaseIterable, Sendable {
  case agents, shrinkage, handle, volume

  /// The numbers that the search may change; for all but agents a great number is easy on the targets, so that the
  /// smallest is wanted everywhere.
  func coordinates(of world: World) throws -> [SolveMaker.Coordinate] {
    switch self {
    case .agents: try Self.agents(world)
    case .volume: [Self.scaled(world, "volume", paths: ["demand.volume"])]
    case .handle:
      [Self.scaled(world, "handle", paths: world.base.inputs.map(\.path).filter { $0.hasSuffix(".handle") })]
    case .shrinkage: [Self.shrinkage(world)]
    }
  }

  // MARK: People

  private static func agents(_ world: World) throws -> [SolveMaker.Coordinate] {
    let scenario = world.base.scenario
    let table = try? StaffingTable(scenario)
    return scenario.teams.indices.flatMap { team -> [SolveMaker.Coordinate] in
      let name = scenario.teams[team].name
      switch scenario.teams[team].schedule {
      case .throughout(let count):
        let erlang = table?.peak(of: team)?.scheduled ?? count
        return [
          .init(
            name: name, before: "\(count)", start: max(1, erlang), range: 1...65_000,
            apply: { value, candidate in
              candidate.people.append("\(name) \(value)")
              candidate.scenario.teams[team].schedule = .throughout(value)
            }, text: { "\($0)" })
        ]
      case .byClock(let levels):
        return [
          .init(
            name: name, before: "as it is", start: 0, range: change(levels.map(\.count)),
            apply: { value, candidate in
              candidate.people.append("\(name) by \(value)")
              candidate.scenario.teams[team].schedule = .byClock(
                levels.map { Team.Level(clock: $0.clock, count: max(0, $0.count + value)) })
            }, text: everyStretch)
        ]
      case .shifts(let shifts):
        return shifts.indices.map { place in
          .init(
            name: "\(name), \(shifts[place].name)", before: "\(shifts[place].count)", start: shifts[place].count,
            range: 0...65_000,
            apply: { value, candidate in
              guard case .shifts(var shifts) = candidate.scenario.teams[team].schedule else { return }
              candidate.people.append("\(name), \(shifts[place].name) \(value)")
              shifts[place].count = value
              candidate.scenario.teams[team].schedule = .shifts(shifts)
            }, text: { "\($0)" })
        }
      case .solved:
        let counts = world.staffed.staffing?.teams[team].map(\.scheduled) ?? []
        return [
          .init(
            name: name, before: "by Erlang C", start: 0, range: change(counts),
            apply: { value, candidate in
              candidate.people.append("\(name) by \(value)")
              candidate.staffing = candidate.staffing?.adding(value, to: team)
            }, text: everyStretch)
        ]
      }
    }
  }

  private static func change(_ counts: [Int]) -> ClosedRange<Int> { -(counts.max() ?? 1)...1_000 }
  private static let everyStretch: @Sendable (Int) -> String = {
    $0 == 0 ? "as it is" : "\($0 > 0 ? "+" : "")\($0) in every stretch"
  }

  // MARK: The world

  /// Multiples of a tenth of a percent, the easiest first: number i stands for a factor of 4 - i / 1000.
  private static func scaled(_ world: World, _ name: String, paths: [String]) -> SolveMaker.Coordinate {
    @Sendable func settings(_ value: Int) -> [String] { paths.map { "\($0)=x\(decimal(4_000 - value))" } }
    return .init(
      name: name, before: text(of: paths, in: world.base), start: 3_000, range: 0...3_990, firstStep: 50,
      apply: { try change(&$1, by: settings($0), in: world) },
      text: { value in
        (try? world.longDocument(settings(value))).map { text(of: paths, in: $0) } ?? "x\(decimal(4_000 - value))"
      })
  }

  /// Tenths of a percent in all, the easiest first; categories keep their proportions.
  private static func shrinkage(_ world: World) -> SolveMaker.Coordinate {
    let shrinkage = world.base.scenario.shrinkage
    let total = Int(shrinkage.totalShare.partsPerBillion / 1_000_000)
    let categories = world.base.inputs.map(\.path).filter { $0.hasPrefix("shrinkage.") }
    @Sendable func settings(_ value: Int) -> [String] {
      let wanted = 950 - value
      guard categories.count > 1, total > 0 else { return ["shrinkage=\(decimal(wanted, places: 1))%"] }
      return categories.map { "\($0)=x\(decimal(wanted * 1_000_000 / total, places: 6))" }
    }
    return .init(
      name: "shrinkage", before: ShareText.of(shrinkage.totalShare), start: 950 - total, range: 0...950, firstStep: 20,
      apply: { try change(&$1, by: settings($0), in: world) }, text: { "\(decimal(950 - $0, places: 1))%" })
  }

  private static func change(_ candidate: inout SolveMaker.Candidate, by settings: [String], in world: World) throws {
    candidate.settings += settings
    candidate.document = try world.longDocument(candidate.settings)
    candidate.scenario = candidate.document.scenario
  }

  private static func text(of paths: [String], in document: ScenarioDocument) -> String {
    paths.compactMap { path in document.inputs.first { $0.path == path }?.value }.joined(separator: ", ")
  }

  /// `1034` thousandths are `1.034`.
  private static func decimal(_ count: Int, places: Int = 3) -> String {
    var power = 1
    for _ in 0..<places { power *= 10 }
    let rest = String(power + count % power).dropFirst()
    return "\(count / power).\(rest)"
  }
}
