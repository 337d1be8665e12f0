internal import ContactCenter
internal import EventLog
internal import Randomness

// What comes of a talk that is not handed on.

extension Simulator {
  mutating func settleOutcome(of customer: Int32, _ hand: Int, into buffer: inout EventBuffer) {
    let state = customers[customer]
    let queue = Int(state.queue)
    let (outcome, ratings) = (rules[queue].outcome, rules[queue].ratings)
    guard outcome != nil || ratings != nil else { return customers.remove(customer) }
    let agent = Int(agents[hand].owner)
    var facts = CompiledRatings.Facts(
      waited: state.waited, transfers: state.transfers, escalations: state.escalations,
      team: Int(agents[agent].team), tenureWeeks: conduct.tenureWeeks(of: agent, at: clock), isResolved: true)
    if let outcome {
      let share = resolved(ratings?.resolved(facts) ?? outcome.resolved, by: agent)
      facts.isResolved = laterDraws.happens(share, .resolution, state.key)
      say(.outcomeRecorded, customer, agent, facts.isResolved ? 1 : 0, into: &buffer)
    }
    if let ratings { rate(customer, agent, ratings, facts, into: &buffer) }
    guard facts.isResolved || !complains(customer) else { return }
    guard !facts.isResolved, let outcome, let delay = rules[queue].repeatDelay,
      laterDraws.happens(outcome.repeats, .repeatContact, state.key)
    else { return customers.remove(customer) }
    let wait = laterDraws.duration(delay, .repeatDelay, state.key)
    customers[customer].attempts = 1
    prepareNext(customer, .repeatContact, in: outcome.repeatQueue, drawingAnew: true)
    comesBack(customer, at: clock &+ wait)
  }

  private mutating func rate(
    _ customer: Int32, _ agent: Int, _ ratings: CompiledRatings, _ facts: CompiledRatings.Facts,
    into buffer: inout EventBuffer
  ) {
    let key = customers[customer].key
    if let accurate = ratings.accurate(facts) {
      let isAccurate = laterDraws.happens(accurate, .accuracy, key)
      say(.appointmentMade, customer, agent, isAccurate ? 1 : 0, into: &buffer)
    }
    // Draws have no order: whether anybody asks is known before what is asked is looked up.
    if laterDraws.happens(ratings.surveyed, .survey, key) {
      if let satisfaction = ratings.satisfaction(facts) {
        let score = ratings.score(laterDraws.uniform(.satisfaction, key), in: satisfaction)
        say(.satisfactionRated, customer, agent, score, into: &buffer)
      }
      if let recommendation = ratings.recommendation(facts) {
        let score = ratings.score(laterDraws.uniform(.recommendation, key), in: recommendation)
        say(.recommendationRated, customer, agent, score, into: &buffer)
      }
    }
    if let check = ratings.check, laterDraws.happens(checked(check.share, by: agent), .qualityCheck, key),
      let passed = ratings.passed(facts)
    {
      let count = ratings.score(laterDraws.uniform(.qualityScore, key), in: passed)
      say(.qualityChecked, customer, agent, count | check.criteria << 8, into: &buffer)
    }
  }

  /// A quarter of a clinic's events: written without the typed event, which costs as much as folding them.
  private mutating func say(
    _ kind: EventKind, _ customer: Int32, _ agent: Int, _ detail: Int, into buffer: inout EventBuffer
  ) {
    buffer.append(
      EventRecord(
        kind: kind, time: clock, agent: UInt64(agent), queue: UInt64(customers[customer].queue),
        contact: UInt64(customers[customer].contact), detail: UInt64(detail)))
  }
}
