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
      facts.isResolved = laterDraws.happens(share, .resolution, state)
      say(
        .outcomeRecorded(contact: state.contact, queue: queue, agent: agent, isResolved: facts.isResolved),
        into: &buffer)
    }
    if let ratings { rate(state, agent, ratings, facts, into: &buffer) }
    guard facts.isResolved || !complains(customer) else { return }
    guard !facts.isResolved, let outcome, let delay = rules[queue].repeatDelay,
      laterDraws.happens(outcome.repeats, .repeatContact, state)
    else { return customers.remove(customer) }
    let wait = laterDraws.duration(delay, .repeatDelay, state)
    customers[customer].attempts = 1
    prepareNext(customer, .repeatContact, in: outcome.repeatQueue, drawingAnew: true)
    comesBack(customer, at: clock &+ wait)
  }

  private mutating func rate(
    _ state: Customer, _ agent: Int, _ ratings: CompiledRatings, _ facts: CompiledRatings.Facts,
    into buffer: inout EventBuffer
  ) {
    let (contact, queue) = (state.contact, Int(state.queue))
    if let accurate = ratings.accurate(facts) {
      let isAccurate = laterDraws.happens(accurate, .accuracy, state)
      say(.appointmentMade(contact: contact, queue: queue, agent: agent, isAccurate: isAccurate), into: &buffer)
    }
    let (satisfaction, recommendation) = (ratings.satisfaction(facts), ratings.recommendation(facts))
    if satisfaction != nil || recommendation != nil, laterDraws.happens(ratings.surveyed, .survey, state) {
      if let satisfaction {
        let score = ratings.score(laterDraws.uniform(.satisfaction, state), in: satisfaction)
        say(.satisfactionRated(contact: contact, queue: queue, agent: agent, score: score), into: &buffer)
      }
      if let recommendation {
        let score = ratings.score(laterDraws.uniform(.recommendation, state), in: recommendation)
        say(.recommendationRated(contact: contact, queue: queue, agent: agent, score: score), into: &buffer)
      }
    }
    if let check = ratings.check, let passed = ratings.passed(facts),
      laterDraws.happens(checked(check.share, by: agent), .qualityCheck, state)
    {
      let count = ratings.score(laterDraws.uniform(.qualityScore, state), in: passed)
      say(
        .qualityChecked(contact: contact, queue: queue, agent: agent, passed: count, criteria: check.criteria),
        into: &buffer)
    }
  }

  private mutating func say(_ event: Event, into buffer: inout EventBuffer) {
    buffer.append(EventRecord(event, at: SimulationTime(microseconds: clock)))
  }
}
