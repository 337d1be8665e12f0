internal import ContactCenter
internal import Randomness

/// What chance keeps from work: whole tours, and stretches of the clock.
///
/// Each draw is keyed by (seed, replication, agent, tour, place among the team's chances); the level of a day on which
/// absences are correlated, by (seed, replication, day, place). So a category that is added last, or a correlation that is
/// switched on, leaves all other draws as they were.
struct AbsenceDraws {
  private let absences: [SimulationPlan.Absence]
  /// Places in `absences`, by team.
  private let ofTeam: [[Int]]
  private let dayStarts: [Int64]
  private var seed: UInt64 = 0
  private var replication: UInt64 = 0
  /// The level of the last day that was asked for, by place among a team's chances and mean.
  private var lastLevels: [Level] = []
  private var draws = RandomStream(seed: 0, replication: 0, purpose: .absence)

  init(_ plan: SimulationPlan) {
    absences = plan.absences
    ofTeam = plan.teams.indices.map { team in
      plan.absences.indices.filter { plan.absences[$0].team.map { $0 == team } ?? true }
    }
    dayStarts = plan.dayStarts.dropLast().map(\.microseconds)
  }

  mutating func start(seed: UInt64, replication: UInt64) {
    (self.seed, self.replication) = (seed, replication)
    draws = RandomStream(seed: seed, replication: replication, purpose: .absence)
    lastLevels.removeAll(keepingCapacity: true)
  }

  private struct Level {
    var number: Int
    var day: Int
    var mean: Double
    var correlation: Double
    var value: Double
  }

  /// The activity that keeps an agent away for the tour that begins now; nil where none does. The first category whose
  /// chance comes true counts.
  mutating func activity(ofAgent agent: Int, team: Int, tour: Int32, at time: Int64) -> Int? {
    let places = ofTeam[team]
    guard !places.isEmpty else { return nil }
    let day = day(of: time)
    let key = Self.key(agent, tour)
    for (number, place) in places.enumerated()
    where draws.uniform(key | UInt64(number)) < probability(absences[place], number, on: day) {
      return absences[place].activity
    }
    return nil
  }

  /// Whether a chance of the present tour comes true. Numbered after the categories of whole tours.
  func happens(_ probability: Share, number: Int, agent: Int, team: Int, tour: Int32) -> Bool {
    draws.uniform(Self.key(agent, tour) | UInt64(ofTeam[team].count + number)) < probability.fraction
  }

  private static func key(_ agent: Int, _ tour: Int32) -> UInt64 {
    UInt64(agent) << 32 | UInt64(UInt32(bitPattern: tour)) << 8
  }

  private func day(of time: Int64) -> Int { max(0, (dayStarts.firstIndex { $0 > time } ?? dayStarts.count) - 1) }

  private mutating func probability(_ absence: SimulationPlan.Absence, _ number: Int, on day: Int) -> Double {
    let mean = (day < absence.byDay.count ? absence.byDay[day] : absence.probability).fraction
    let correlation = absence.correlation.fraction
    guard correlation > 0, mean > 0, mean < 1 else { return mean }
    if let known = lastLevels.first(where: {
      $0.number == number && $0.day == day && $0.mean == mean && $0.correlation == correlation
    }) {
      return known.value
    }
    let value = level(mean: mean, correlation: correlation, number, on: day)
    lastLevels.removeAll { $0.number == number && $0.day != day }
    lastLevels.append(Level(number: number, day: day, mean: mean, correlation: correlation, value: value))
    return value
  }

  /// The probability of one day, from the beta law with this mean whose draws make absences so correlated: a / (a + b) is
  /// the mean, 1 / (a + b + 1) the correlation. Two gamma variates make a beta variate.
  private func level(mean: Double, correlation: Double, _ number: Int, on day: Int) -> Double {
    let weight = (1 - correlation) / correlation
    let away = gamma(mean * weight, substream: 2 * number, day)
    let there = gamma((1 - mean) * weight, substream: 2 * number + 1, day)
    return away + there > 0 ? away / (away + there) : mean
  }

  private func gamma(_ shape: Double, substream: Int, _ day: Int) -> Double {
    guard let law = try? Gamma(shape: [min(10_000, max(0.01, shape))]) else { return shape }
    let stream = RandomStream(
      seed: seed, replication: replication, purpose: .absenceLevel, substream: UInt64(substream))
    return law.variate(UInt64(day), of: stream) * shape
  }
}
