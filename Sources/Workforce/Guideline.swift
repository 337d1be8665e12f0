public import ContactCenter
internal import Erlang

/// The readings of "so many people for so many contacts a day", and where each of them holds.
///
/// A guideline such as "18 to 22 for 1,000 calls a day" does not say what it counts: the people scheduled in the busiest
/// hour, the full-time people whose hours the workload fills, or the people on the payroll. The same scenario gives all
/// three, and they differ by factors.
public struct Guideline: Hashable, Sendable {
  public enum Reading: String, CaseIterable, Hashable, Sendable {
    /// Scheduled at the same time in the hour of the greatest load, by the service level, after shrinkage.
    case scheduledAtPeak = "scheduled_at_peak"
    /// Workload of a day / (8 h x (1 - shrinkage) x occupancy): no queueing, no opening hours.
    case workload = "fte_of_workload"
    /// Scheduled hours of a week / 40 h: the payroll of the whole opening time.
    case payroll = "headcount"
  }

  /// One reading at one shrinkage (and occupancy, for the workload).
  public struct Row: Hashable, Sendable {
    public var reading: Reading
    public var shrinkage: Share
    public var occupancy: Share?
    /// At the scenario's own handle time.
    public var people: Double
    /// Mean handle times in seconds at which the reading gives a number in the range; nil where none within 1 s ... 1 h.
    public var handleTimeSeconds: ClosedRange<Double>?
  }

  /// Shrinkages, for one reading at the scenario's own handle time.
  public struct ShrinkageRange: Hashable, Sendable {
    public var reading: Reading
    public var occupancy: Share?
    /// nil where no shrinkage in 0..<90% gives a number in the range.
    public var shrinkage: ClosedRange<Double>?
  }

  public var people: ClosedRange<Int>
  public var handleTimeSeconds: Double
  public var peakContactsPerHour: Double
  public var contactsPerDay: Double
  public var rows: [Row]
  public var shrinkageRanges: [ShrinkageRange]

  /// - Parameters:
  ///   - shrinkages: which to tabulate.
  ///   - occupancies: for the workload.
  /// - Throws: ``StaffingProblem``.
  /// - Complexity: some twenty plans of the week for each shrinkage.
  public init(
    _ scenario: Scenario, people: ClosedRange<Int>, shrinkages: [Share], occupancies: [Share]
  ) throws(StaffingProblem) {
    let model = GuidelineModel(scenario)
    let cases = Reading.allCases.flatMap { reading -> [(Reading, Share?)] in
      reading == .workload ? occupancies.map { (reading, $0) } : [(reading, nil)]
    }
    self.people = people
    handleTimeSeconds = model.handleTimeSeconds
    peakContactsPerHour = model.peakContactsPerHour
    contactsPerDay = model.contactsPerDay
    do {
      var rows: [Row] = []
      for (reading, occupancy) in cases {
        for shrinkage in shrinkages {
          let question = GuidelineQuestion(model: model, reading: reading, shrinkage: shrinkage, occupancy: occupancy)
          rows.append(
            Row(
              reading: reading, shrinkage: shrinkage, occupancy: occupancy,
              people: try question.people(handleTimeSeconds: model.handleTimeSeconds),
              handleTimeSeconds: try question.handleTimes(giving: people)))
        }
      }
      self.rows = rows
      var ranges: [ShrinkageRange] = []
      for (reading, occupancy) in cases {
        let question = GuidelineQuestion(model: model, reading: reading, shrinkage: .zero, occupancy: occupancy)
        ranges.append(
          ShrinkageRange(reading: reading, occupancy: occupancy, shrinkage: try question.shrinkages(giving: people)))
      }
      shrinkageRanges = ranges
    } catch {
      throw StaffingProblem(error, of: "the guideline")
    }
  }
}
