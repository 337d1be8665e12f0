internal import Erlang

/// What becomes of the contacts of one interval in the steady state of a formula.
enum SteadyState {
  /// Erlang C: nobody abandons. A team that cannot carry the load answers nobody in time.
  static func erlangC(
    contacts: Double, erlangs: Double, agents: Int, handleTimeSeconds: Double, thresholdSeconds: Double
  ) -> LevelSums {
    var sums = LevelSums()
    sums.offered = contacts
    guard contacts > 0, let model = try? ErlangC(agents: agents, loadErlangs: erlangs) else { return sums }
    sums.answeredInTime =
      contacts * model.serviceLevel(withinSeconds: thresholdSeconds, handleTimeSeconds: handleTimeSeconds)
    return sums
  }

  /// Erlang A.
  static func erlangA(
    contacts: Double, erlangs: Double, agents: Int, handleTimeSeconds: Double, patienceSeconds: Double,
    thresholdSeconds: Double
  ) -> LevelSums {
    var sums = LevelSums()
    sums.offered = contacts
    guard contacts > 0,
      let model = try? ErlangA(
        agents: agents, loadErlangs: erlangs, handleTimeSeconds: handleTimeSeconds, patienceSeconds: patienceSeconds)
    else { return sums }
    let outcome = model.outcome(atSeconds: thresholdSeconds)
    sums.answeredInTime = contacts * outcome.answeredWithin
    sums.abandonedInTime = contacts * outcome.abandonedWithin
    sums.abandoned = contacts * model.abandonmentProbability
    return sums
  }
}
