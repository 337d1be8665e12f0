internal import ContactCenter
internal import Erlang

extension DistributionSpecification {
  /// Variance / mean^2 of the law; 1 for an exponential one.
  var squaredVariation: Double {
    switch family {
    case "deterministic": return 0
    case "lognormal": return (shape.first ?? 1) * (shape.first ?? 1)
    case "gamma": return 1 / (shape.first ?? 1)
    case "uniform": return (1 - (shape.first ?? 0)) * (1 - (shape.first ?? 0)) / 3
    case "weibull": return PatienceShape.weibull(meanSeconds: 1, shape: shape.first ?? 1).squaredVariation
    case "empirical": return shape.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / Double(max(1, shape.count))
    default: return 1
    }
  }
}

extension Scenario {
  /// Coefficient of variation of all handle times of a team together, talk and wrap-up, kinds mixed.
  ///
  /// - Parameter load: the interval whose factors hold.
  func handleTimeVariation(of team: Int, in load: IntervalLoad) -> Double {
    let start = load.start - .zero
    var (weight, mean, square) = (0.0, 0.0, 0.0)
    for queue in teams[team].queues {
      let share = share(ofQueue: queue)
      let wrapUp = queues[queue].wrapUp
      let factor = IntervalLoad.mean(
        of: PlanTimes.factors(queues[queue].factors.handleTime, self), from: start, to: start + load.length)
      let (talk, after) = (queues[queue].handleTime.mean.inSeconds * factor, wrapUp?.mean.inSeconds ?? 0)
      let work = talk + after
      let variance =
        queues[queue].handleTime.squaredVariation * talk * talk + (wrapUp?.squaredVariation ?? 0) * after * after
      weight += share
      mean += share * work
      square += share * (variance + work * work)
    }
    guard weight > 0, mean > 0 else { return 1 }
    return max(0, square * weight / (mean * mean) - 1).squareRoot()
  }
}
