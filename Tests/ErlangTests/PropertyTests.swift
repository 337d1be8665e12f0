import Erlang
import Numerics
import Testing

#if canImport(Glibc)
  import Glibc
#endif

struct PropertyTests {
  static let teams = [1, 2, 5, 20, 143, 1000, 30_000]
  static let ratios = [0.05, 0.5, 0.9, 0.99, 1.01, 1.4, 5]

  @Test
  func `more agents never serve worse`() throws {
    for agents in Self.teams {
      for ratio in Self.ratios {
        let load = Double(agents) * ratio
        let label: Comment = "\(agents) agents, load \(load)"
        let one = try ErlangA(agents: agents, loadErlangs: load, handleTimeSeconds: 240, patienceSeconds: 100)
        let more = try ErlangA(agents: agents + 1, loadErlangs: load, handleTimeSeconds: 240, patienceSeconds: 100)
        // Where both are 1 or 0 to the last digit, a unit in that digit either way is rounding.
        #expect(more.waitProbability <= one.waitProbability * (1 + 1e-14), label)
        #expect(more.abandonmentProbability <= one.abandonmentProbability * (1 + 1e-13), label)
        for definition in ServiceLevelDefinition.allCases {
          let less = one.serviceLevel(withinSeconds: 20, definition: definition)
          #expect(
            more.serviceLevel(withinSeconds: 20, definition: definition) >= less - 1e-11, "\(definition) \(label)")
        }
        guard ratio < 1 else { continue }
        let queue = try ErlangC(agents: agents, loadErlangs: load)
        let longer = try ErlangC(agents: agents + 1, loadErlangs: load)
        #expect(longer.waitProbability < queue.waitProbability || queue.waitProbability == 0, label)
      }
    }
  }

  @Test
  func `definitions keep their order and shares add up at every threshold`() throws {
    for agents in Self.teams {
      for ratio in Self.ratios {
        let model = try ErlangA(
          agents: agents, loadErlangs: Double(agents) * ratio, handleTimeSeconds: 240, patienceSeconds: 100)
        var before = -1.0
        for seconds in [0, 1, 20, 90, 600, 1e5] {
          let outcome = model.outcome(atSeconds: seconds)
          let label: Comment = "\(agents) agents, ratio \(ratio), \(seconds) s"
          let level = outcome.serviceLevel
          #expect(level(.exclShortAbandons) >= level(.offered) - 1e-13, label)
          #expect(level(.answered) >= level(.offered) - 1e-13, label)
          #expect(level(.inclShortAbandons) >= level(.virtual) - 1e-13, label)
          #expect(level(.virtual) >= level(.offered) - 1e-11, label)
          #expect(level(.offered) >= before - 1e-12, label)
          #expect(abs(outcome.answeredWithin + outcome.abandonedWithin + outcome.waitsBeyond - 1) < 1e-11, label)
          before = level(.offered)
        }
      }
    }
  }

  @Test
  func `abandonment is the mean wait over the patience, split between answered and abandoned`() throws {
    for agents in Self.teams where agents < 10_000 {
      for ratio in Self.ratios {
        let model = try ErlangA(
          agents: agents, loadErlangs: Double(agents) * ratio, handleTimeSeconds: 240, patienceSeconds: 100)
        let label: Comment = "\(agents) agents, ratio \(ratio)"
        // Speed of answer against the integral of its own tail, by a fine trapezoidal rule up to twelve patiences.
        let steps = 3000
        let step = 1200.0 / Double(steps)
        var area = 0.0
        for k in 0...steps {
          let beyond = model.outcome(atSeconds: Double(k) * step).answeredBeyond
          area += beyond * step * (k == 0 || k == steps ? 0.5 : 1)
        }
        let answered = model.averageSpeedOfAnswerSeconds * (1 - model.abandonmentProbability)
        #expect(abs(answered - area) < 2e-3 * max(area, 1e-9) + 1e-4 * step, "\(answered), \(area) \(label)")
        #expect(relativeError(100 * model.abandonmentProbability, model.meanWaitSeconds) < 1e-15, label)
        // Little: the queue balances abandonment, theta Lq = lambda P(abandon).
        #expect(
          relativeError(model.queueLength / 100, model.loadErlangs / 240 * model.abandonmentProbability) < 1e-14, label)
      }
    }
  }

  @Test
  func `endless patience is Erlang C and none is Erlang B`() throws {
    for agents in [1, 3, 12, 100, 1000] {
      for ratio in [0.3, 0.8, 0.95] {
        let load = Double(agents) * ratio
        let label: Comment = "\(agents) agents, load \(load)"
        let queue = try ErlangC(agents: agents, loadErlangs: load)
        let loss = try ErlangB(agents: agents, loadErlangs: load)
        let patient = try ErlangA(agents: agents, loadErlangs: load, handleTimeSeconds: 240, patienceSeconds: 1e11)
        let hasty = try ErlangA(agents: agents, loadErlangs: load, handleTimeSeconds: 240, patienceSeconds: 1e-7)
        #expect(relativeError(patient.waitProbability, queue.waitProbability) < 1e-5, label)
        #expect(
          relativeError(patient.meanWaitSeconds, queue.averageSpeedOfAnswerSeconds(handleTimeSeconds: 240)) < 1e-5,
          label)
        #expect(relativeError(hasty.abandonmentProbability, loss.blockingProbability) < 1e-5, label)
      }
    }
  }

  @Test
  func `a real number of agents lies between its neighbours and keeps the recursion`() throws {
    for load in [0.02, 0.7, 2.9, 3.1, 40, 700, 50_000] {
      for start in [0.3, 0.5, 2.5, 7.25, 40.75, 699.5, 49_999.9] {
        let low = try ErlangB(agents: start, loadErlangs: load)
        let high = try ErlangB(agents: start + 1, loadErlangs: load)
        guard high.blockingProbability > 1e-250 else { continue }
        let stepped = 1 / (1 + (start + 1) / load / low.blockingProbability)
        #expect(relativeError(high.blockingProbability, stepped) < 1e-12, "agents \(start), load \(load)")
        let floor = try ErlangB(agents: start.rounded(.down), loadErlangs: load).blockingProbability
        let ceiling = try ErlangB(agents: start.rounded(.up), loadErlangs: load).blockingProbability
        #expect(floor > low.blockingProbability && low.blockingProbability > ceiling, "agents \(start), load \(load)")
      }
    }
    // Closed form at one half: 1/B = 1 + e^a sqrt(pi/a) erfc(sqrt(a))/2.
    for load in [0.01, 0.5, 1, 2.9, 3.1, 8, 40] {
      let half = try ErlangB(agents: 0.5, loadErlangs: load).blockingProbability
      let closed = 1 / (1 + exp(load) * (Double.pi / load).squareRoot() * erfc(load.squareRoot()) / 2)
      #expect(relativeError(half, closed) < 1e-13, "load \(load): \(half), closed form \(closed)")
    }
  }

  @Test
  func `quantiles give their probability back`() throws {
    let queue = try ErlangC(agents: 50, loadErlangs: 48)
    let patient = try ErlangA(agents: 50, loadErlangs: 55, handleTimeSeconds: 60, patienceSeconds: 120)
    for probability in [0.5, 0.9, 0.99, 0.9999] {
      let wait = try queue.waitQuantileSeconds(probability: probability, handleTimeSeconds: 60)
      let beyond = queue.waitProbability(beyondSeconds: wait, handleTimeSeconds: 60)
      #expect(relativeError(beyond, 1 - probability) < 1e-12, "probability \(probability)")
      let seconds = try patient.waitQuantileSeconds(probability: probability)
      #expect(relativeError(patient.outcome(atSeconds: seconds).waitsBeyond, 1 - probability) < 1e-10)
    }
    #expect(try queue.waitQuantileSeconds(probability: 0.1, handleTimeSeconds: 60) == 0)
  }

  /// GSL's incomplete gamma function knows nothing of the series; it is good to about 1e-9 itself.
  @Test
  func `the series agree with the Poisson law of GSL`() throws {
    for (agents, load) in [(1, 0.5), (10, 8), (100, 95), (100, 130), (1000, 900), (10_000, 9_950), (10_000, 10_400)] {
      let inverse = exp(PoissonDistribution.negativeLogProbability(Double(agents), mean: load))
      let blocking = 1 / (inverse * (try PoissonDistribution.cumulative(Double(agents), mean: load)))
      let ours = try ErlangB(agents: agents, loadErlangs: load).blockingProbability
      #expect(relativeError(ours, blocking) < 1e-9, "\(agents) agents, load \(load): \(ours), GSL \(blocking)")
    }
  }
}
