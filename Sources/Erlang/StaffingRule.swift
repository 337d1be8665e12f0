/// Which load an interval is staffed for when the arrival rate moves.
public struct StaffingRule: Equatable, Sendable {
  /// The load at an instant.
  public enum Load: String, Sendable {
    /// Rate now times handle time: the stationary view (SIPP, PSA).
    case pointwise
    /// Rate one handle time ago times handle time (lag SIPP).
    case lagged
    /// The load that infinitely many agents would carry now (modified offered load, MOL).
    case offered
  }

  /// How the instants of an interval become one number.
  public enum Within: String, Sendable { case mean, maximum }

  public let load: Load
  public let within: Within

  public init(load: Load, within: Within) { (self.load, self.within) = (load, within) }

  /// Stationary, independent, period by period: the mean rate of the interval.
  public static let sipp = StaffingRule(load: .pointwise, within: .mean)
  /// SIPP with the largest rate of the interval.
  public static let sippMaximum = StaffingRule(load: .pointwise, within: .maximum)
  /// SIPP with rates one handle time earlier. L. Green, P. Kolesar, J. Soares, Operations Research 49 (2001).
  public static let lagSIPP = StaffingRule(load: .lagged, within: .mean)
  /// Modified offered load. O. Jennings, A. Mandelbaum, W. Massey, W. Whitt, Management Science 42 (1996).
  public static let modifiedOfferedLoad = StaffingRule(load: .offered, within: .mean)
}
