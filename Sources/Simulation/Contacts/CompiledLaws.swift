internal import ContactCenter
internal import Randomness

/// The probability laws of a plan's contacts, made ready for drawing: families looked up, laws that differ only in scale
/// merged. Immutable and shared by the blocks of all arrival streams.
final class CompiledLaws: Sendable {
  /// The laws for one purpose: the distinct unit laws, and which of them each queue uses at which scale.
  struct Purpose: Sendable {
    struct OfQueue: Sendable {
      /// Index of the unit law; -1 where the queue has none.
      var shape: Int
      /// Mean in microseconds.
      var scale: Double
    }
    var shapes: [any DistributionFamily] = []
    var ofQueue: [OfQueue] = []
    /// The scale when every queue has the same law.
    var onlyScale: Double?
    /// By queue, when all of them have the same law but for the scale; otherwise empty.
    var scales: [Double] = []
    var hasAny: Bool { !shapes.isEmpty }
  }

  let gap: any DistributionFamily
  /// Where contacts stand on the scale of expected contacts; nil for Poisson arrivals, whose gaps are ``gap``.
  let process: (any ArrivalFamily)?
  let cumulativeMix: [Double]
  /// The queue of every contact when there is but one, otherwise 0.
  let onlyQueue: Int
  let patience: Purpose
  let handleTime: Purpose
  let wrapUp: Purpose

  var largestShapeCount: Int { [patience, handleTime, wrapUp].map { $0.shapes.count }.max() ?? 0 }

  init(
    queues: [SimulationPlan.Queue], mix: [Double], process specification: ArrivalSpecification = .poisson
  ) throws(SimulationPlanError) {
    gap = try Self.law(.exponential(mean: .zero))
    let process = try Self.process(specification)
    self.process = process is PoissonArrivals ? nil : process
    let present = mix.indices.filter { mix[$0] > 0 }
    onlyQueue = present.count == 1 ? present[0] : 0
    cumulativeMix = present.count == 1 ? [1] : Self.cumulated(mix)
    patience = try Self.purpose(queues.map(\.patience), used: mix)
    handleTime = try Self.purpose(queues.map(\.handleTime), used: mix)
    wrapUp = try Self.purpose(queues.map(\.wrapUp), used: mix)
  }

  private static func cumulated(_ mix: [Double]) -> [Double] {
    var sum = 0.0
    let last = mix.lastIndex { $0 > 0 } ?? 0
    return mix.enumerated().map { queue, share in
      sum += share
      // What rounding leaves of 1 belongs to the last queue that has contacts; those after it have no laws.
      return queue >= last ? .infinity : sum
    }
  }

  private static func purpose(
    _ specifications: [DistributionSpecification?], used mix: [Double]
  ) throws(SimulationPlanError) -> Purpose {
    var purpose = Purpose()
    var known: [DistributionSpecification] = []
    for (queue, specification) in specifications.enumerated() {
      guard let specification, mix[queue] > 0 else {
        purpose.ofQueue.append(.init(shape: -1, scale: 0))
        continue
      }
      var shape = known.firstIndex { $0.family == specification.family && $0.shape == specification.shape } ?? -1
      if shape < 0 {
        purpose.shapes.append(try law(specification))
        known.append(specification)
        shape = known.count - 1
      }
      purpose.ofQueue.append(.init(shape: shape, scale: Double(specification.mean.microseconds)))
    }
    let used = purpose.ofQueue.indices.filter { mix[$0] > 0 }.map { purpose.ofQueue[$0] }
    if used.allSatisfy({ $0.shape == 0 }) { purpose.scales = purpose.ofQueue.map(\.scale) }
    let isUniform = used.allSatisfy { $0.shape == 0 && $0.scale == used[0].scale }
    purpose.onlyScale = isUniform && !used.isEmpty ? used[0].scale : nil
    return purpose
  }

  private static func process(_ specification: ArrivalSpecification) throws(SimulationPlanError) -> any ArrivalFamily {
    do {
      return try ArrivalCatalog.process(specification.process, parameters: specification.parameters)
    } catch {
      throw .distribution(error.message)
    }
  }

  private static func law(_ specification: DistributionSpecification) throws(SimulationPlanError)
    -> any DistributionFamily
  {
    do {
      return try DistributionCatalog.law(specification.family, shape: specification.shape)
    } catch {
      throw .distribution(error.message)
    }
  }
}
