/// Paid time in which people cannot take contacts, by named category.
///
/// A planned category keeps a fixed share of the people away: of N scheduled, floor(N x (1 - sum of planned shares)) are
/// present, exact at ties. An unplanned category is chance: each person is absent for a whole day with that
/// probability, independently. An undivided `shrinkage: 30%` is one planned category named `shrinkage`.
public struct Shrinkage: Hashable, Sendable {
  public struct Category: Hashable, Sendable {
    public var name: String
    public var share: Share
    public init(name: String, share: Share) {
      self.name = name
      self.share = share
    }
  }

  public var planned: [Category]
  public var unplanned: [Category]

  public init(planned: [Category], unplanned: [Category]) {
    self.planned = planned
    self.unplanned = unplanned
  }

  public static let none = Shrinkage(planned: [], unplanned: [])
  public var plannedShare: Share { planned.reduce(.zero) { $0 + $1.share } }
  public var unplannedShare: Share { unplanned.reduce(.zero) { $0 + $1.share } }
  /// Planned and unplanned added up, the figure that planners quote.
  public var totalShare: Share { plannedShare + unplannedShare }
}
