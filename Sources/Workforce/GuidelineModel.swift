internal import ContactCenter
internal import Erlang

/// What the readings of a guideline need of a scenario: one pooled team.
struct GuidelineModel: Hashable, Sendable {
  /// Contacts in each interval of the horizon with any.
  var contacts: [Double]
  var intervalSeconds: Double
  var peakContactsPerHour: Double
  var contactsPerDay: Double
  var handleTimeSeconds: Double
  var thresholdSeconds: Double
  var serviceLevel: Share
  var occupancyCap: Share?
  /// Open days a week / days of the horizon: horizon to week.
  var weeksPerHorizon: Double

  init(_ scenario: Scenario) {
    let forecast = Forecast(scenario)
    var contacts = Array(repeating: 0.0, count: scenario.intervalCount)
    for piece in forecast.pieces { piece.spread(over: scenario.interval) { contacts[$0] += $1 } }
    let openDays = scenario.days.count { !$0.open.isEmpty }
    self.contacts = contacts.filter { $0 > 0 }.map(Forecast.roundedToNanocontacts)
    intervalSeconds = scenario.interval.inSeconds
    contactsPerDay = contacts.reduce(0, +) / Double(max(1, openDays))
    peakContactsPerHour = Self.peakHour(contacts, scenario)
    handleTimeSeconds = zip(scenario.queues, scenario.demand.mix).reduce(0) { $0 + $1.0.meanWork.inSeconds * $1.1 }
    thresholdSeconds = (scenario.queues.map(\.acceptableWait).min() ?? .zero).inSeconds
    serviceLevel = scenario.staffingTarget
    occupancyCap = scenario.staffingOccupancyCap
    weeksPerHorizon = Double(max(1, openDays)) / Double(max(1, scenario.openDaysPerWeek))
  }

  /// Contacts of the busiest hour: the best run of intervals that fills one.
  private static func peakHour(_ contacts: [Double], _ scenario: Scenario) -> Double {
    let count = max(1, Int(TimeSpan.hours(1).microseconds / scenario.interval.microseconds))
    guard contacts.count >= count else { return contacts.reduce(0, +) }
    let greatest = (0...contacts.count - count).map { contacts[$0..<$0 + count].reduce(0, +) }.max() ?? 0
    return greatest / (Double(count) * scenario.interval.inHours)
  }

  /// People on the phones for `contacts` in `seconds`.
  func positions(_ contacts: Double, in seconds: Double, handleTimeSeconds: Double) throws(StaffingError) -> Int {
    var targets = [
      StaffingTarget.serviceLevel(atLeast: serviceLevel.decimal, withinSeconds: thresholdSeconds)
    ]
    if let occupancyCap { targets.append(.occupancy(atMost: occupancyCap.decimal)) }
    let demand = try StaffingDemand(
      contacts: contacts, intervalSeconds: seconds, handleTimeSeconds: handleTimeSeconds)
    return try StaffingRequirement(demand: demand, targets: targets).agents
  }
}

/// One reading of a guideline as a function of the handle time.
struct GuidelineQuestion {
  let model: GuidelineModel
  let reading: Guideline.Reading
  let shrinkage: Share
  let occupancy: Share?

  /// Grows with the handle time.
  func people(handleTimeSeconds: Double) throws(StaffingError) -> Double {
    switch reading {
    case .scheduledAtPeak:
      let positions = try model.positions(
        Forecast.roundedToNanocontacts(model.peakContactsPerHour), in: 3600, handleTimeSeconds: handleTimeSeconds)
      return Double(try Erlang.Shrinkage.scheduledAgents(positions: positions, shrinkage: shrinkage.decimal))
    case .workload:
      let usefulHours = 8 * shrinkage.complement.fraction * (occupancy ?? .whole).fraction
      return model.contactsPerDay * handleTimeSeconds / 3600 / usefulHours
    case .payroll:
      var hours = 0.0
      for contacts in model.contacts {
        let positions = try model.positions(
          contacts, in: model.intervalSeconds, handleTimeSeconds: handleTimeSeconds)
        hours += Double(positions) * model.intervalSeconds / 3600
      }
      return hours / model.weeksPerHorizon / 40 / shrinkage.complement.fraction
    }
  }

  /// The handle times at which the number lies in the range, to a tenth of a second.
  func handleTimes(giving people: ClosedRange<Int>) throws(StaffingError) -> ClosedRange<Double>? {
    let first = try firstTenth { value in value >= Double(people.lowerBound) }
    let beyond = try firstTenth { value in value > Double(people.upperBound) }
    guard let first, let beyond, first < beyond else { return nil }
    return Double(first) / 10...Double(beyond - 1) / 10
  }

  /// The shrinkages at the scenario's own handle time; whole heads are rounded up, so the lower end is open.
  func shrinkages(giving people: ClosedRange<Int>) throws(StaffingError) -> ClosedRange<Double>? {
    let bare = GuidelineQuestion(model: model, reading: reading, shrinkage: .zero, occupancy: occupancy)
    let needed = try bare.people(handleTimeSeconds: model.handleTimeSeconds)
    // people = needed / (1 - s), rounded up at the peak: there any value above lower - 1 counts.
    let least = Double(people.lowerBound) - (reading == .scheduledAtPeak ? 1 : 0)
    let lower = least > 0 ? max(0, 1 - needed / least) : 0
    let upper = 1 - needed / Double(people.upperBound)
    guard upper >= lower, lower < 0.9, upper >= 0 else { return nil }
    return lower...min(0.9, upper)
  }

  /// The first tenth of a second, up to an hour, at which the number passes a test that stays passed.
  private func firstTenth(_ passes: (Double) -> Bool) throws(StaffingError) -> Int? {
    var low = 9
    var high = 36_000
    guard passes(try people(handleTimeSeconds: Double(high) / 10)) else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if passes(try people(handleTimeSeconds: Double(middle) / 10)) { high = middle } else { low = middle }
    }
    return high
  }
}
