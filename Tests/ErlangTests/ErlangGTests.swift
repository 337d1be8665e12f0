import Erlang
import Testing

#if canImport(Glibc)
  import Glibc
#endif

struct ErlangGTests {
  static func patience(_ name: String, mean: Double) throws -> PatienceLaw {
    switch name {
    case "exponential": try PatienceLaw(.exponential(meanSeconds: mean))
    case "deterministic": try PatienceLaw(.deterministic(seconds: mean))
    case "uniform": try PatienceLaw(.uniform(meanSeconds: mean))
    case "erlang2": try PatienceLaw(.erlang2(meanSeconds: mean))
    case "hyperexp2":
      try PatienceLaw(
        .hyperexponential(firstShare: 0.5, firstMeanSeconds: mean / 2, secondMeanSeconds: 1.5 * mean))
    case "balk_exp": try PatienceLaw(.exponential(meanSeconds: mean), balkingShare: 0.1)
    default: throw StaffingError.notADecimal(text: name)
    }
  }

  @Test(.enabled(if: ReferenceTable.exists("mmng_public.csv"), ReferenceTable.absence))
  func `every patience law agrees with the table to 1e-9`() throws {
    var worst = 0.0
    for row in try ReferenceTable("mmng_public.csv").rows {
      let model = try ErlangG(
        agents: row[whole: "n"], loadErlangs: row["lambda_per_h"] * row["aht_s"] / 3600,
        handleTimeSeconds: row["aht_s"],
        patience: Self.patience(row[text: "patience_dist"], mean: row["patience_mean_s"]))
      let outcome = try model.outcome(atSeconds: row["t_s"])
      for (value, column) in [
        (model.waitProbability, "P_virtual_wait_gt_0"), (model.abandonmentProbability, "P_ab"),
        (model.meanWaitSeconds, "E_W_s"), (outcome.serviceLevel(.offered), "SL_answered_le_t_over_offered"),
        (outcome.serviceLevel(.exclShortAbandons), "SL_excl_ab_le_t"), (1 - outcome.waitsBeyond, "P_W_le_t"),
      ] {
        let error = relativeError(value, row[column])
        #expect(error <= 1e-9, "\(column) is \(value) \(row)")
        worst = max(worst, error)
      }
    }
    print("M/M/n+G: worst relative error \(worst)")
  }

  @Test func `exponential patience by quadrature is Erlang A by series`() throws {
    for (agents, load, handle, patience) in [
      (1, 0.7, 240.0, 60.0), (12, 14, 300, 120), (100, 99, 240, 600), (1000, 1010, 300, 90), (30, 90, 300, 60),
    ] {
      let series = try ErlangA(
        agents: agents, loadErlangs: load, handleTimeSeconds: handle, patienceSeconds: patience)
      for law in [
        try PatienceLaw(.exponential(meanSeconds: patience)),
        try PatienceLaw(.weibull(meanSeconds: patience, shape: 1)),
      ] {
        let quadrature = try ErlangG(agents: agents, loadErlangs: load, handleTimeSeconds: handle, patience: law)
        let label: Comment = "\(agents) agents, load \(load), patience \(law)"
        #expect(relativeError(quadrature.waitProbability, series.waitProbability) < 1e-11, label)
        #expect(relativeError(quadrature.abandonmentProbability, series.abandonmentProbability) < 1e-11, label)
        for seconds in [0, 5, 20, 120.0] {
          for definition in ServiceLevelDefinition.allCases {
            let difference =
              try quadrature.serviceLevel(withinSeconds: seconds, definition: definition)
              - series.serviceLevel(withinSeconds: seconds, definition: definition)
            #expect(abs(difference) < 1e-11, "\(definition) at \(seconds) s, \(label)")
          }
        }
      }
    }
  }

  @Test func `other laws agree with their near relatives`() throws {
    let model = { (law: PatienceShape) in
      try ErlangG(agents: 20, loadErlangs: 21, handleTimeSeconds: 240, patience: PatienceLaw(law))
    }
    // A steep Weibull and a narrow lognormal law are nearly deterministic; a sample of one value is exactly so.
    let fixed = try model(.deterministic(seconds: 90)).abandonmentProbability
    let narrow = try model(.lognormal(meanSeconds: 90, coefficientOfVariation: 0.01)).abandonmentProbability
    let sample = try model(.empirical(EmpiricalPatience(seconds: [90, 90, 90]))).abandonmentProbability
    #expect(abs(narrow - fixed) < 1e-3 * fixed)
    #expect(relativeError(sample, fixed) < 1e-11)
    // A sample of many quantiles comes close to the law that it was taken from.
    let quantiles = (0..<400).map { 180 * (Double($0) + 0.5) / 400 }
    let uniform = try model(.uniform(meanSeconds: 90)).abandonmentProbability
    let steps = try model(.empirical(EmpiricalPatience(seconds: quantiles))).abandonmentProbability
    #expect(relativeError(steps, uniform) < 1e-4)
  }

  /// A Weibull law of shape 100 and mean 30,000 s is out of reach of a queue of one agent: the loss of the integral of
  /// (x/s)^100 below the smallest double once moved P(wait) by 2e-4.
  @Test func `patience beyond the horizon leaves the queue without abandonment`() throws {
    for shape in [PatienceShape.weibull(meanSeconds: 30_000, shape: 100), .deterministic(seconds: 30_000)] {
      let model = try ErlangG(agents: 1, loadErlangs: 0.5, handleTimeSeconds: 300, patience: PatienceLaw(shape))
      let queue = try ErlangC(agents: 1, loadErlangs: 0.5)
      #expect(relativeError(model.waitProbability, queue.waitProbability) < 1e-12, "\(shape)")
      let answered = queue.averageSpeedOfAnswerSeconds(handleTimeSeconds: 300)
      #expect(relativeError(model.averageSpeedOfAnswerSeconds, answered) < 1e-12, "\(shape)")
    }
    let fixed = try ErlangG(
      agents: 1, loadErlangs: 0.5, handleTimeSeconds: 300, patience: PatienceLaw(.deterministic(seconds: 30_000)))
    // J(d) has the closed form exp(-(mu - lambda) d)/mu beyond a fixed patience d: P(abandon) is lambda J(d)/D.
    let beyond = 0.5 * exp(-0.5 * 100)
    #expect(relativeError(fixed.abandonmentProbability, beyond / (1 + 1 - beyond)) < 1e-9)
  }

  @Test func `balking and two phases are computed far behind the patience`() throws {
    let model = try ErlangG(
      agents: 1, loadErlangs: 0.5, handleTimeSeconds: 300,
      patience: PatienceLaw(.erlang2(meanSeconds: 20), balkingShare: 0.1))
    #expect(model.abandonmentProbability > 0.3 && model.abandonmentProbability < model.waitProbability)
  }

  @Test func `the speed of answer is the one of Erlang A, and nobody waits without load`() throws {
    let series = try ErlangA(agents: 12, loadErlangs: 14, handleTimeSeconds: 300, patienceSeconds: 120)
    let law = try PatienceLaw(.exponential(meanSeconds: 120))
    let model = try ErlangG(agents: 12, loadErlangs: 14, handleTimeSeconds: 300, patience: law)
    #expect(relativeError(model.averageSpeedOfAnswerSeconds, series.averageSpeedOfAnswerSeconds) < 1e-11)
    let idle = try ErlangG(agents: 3, loadErlangs: 0, handleTimeSeconds: 300, patience: law)
    #expect(idle.waitProbability == 0)
    #expect(try idle.serviceLevel(withinSeconds: 0) == 1)
  }
}
