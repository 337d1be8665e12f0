internal import Erlang

/// Which load an interval of a changing day is staffed for.
///
/// Sources: L. Green, P. Kolesar, J. Soares, Operations Research 49 (2001), doi:10.1287/opre.49.4.549.11228; Z. Feldman
/// and others, Management Science 54 (2008), doi:10.1287/mnsc.1070.0821.
public enum DayMethod: String, CaseIterable, Hashable, Sendable {
  /// Stationary, independent, period by period: the mean rate of the interval.
  case sipp
  /// The greatest rate inside the interval.
  case sippMaximum = "sipp-max"
  /// The rate one handle time earlier: calls that came then are in service now.
  case lagSIPP = "lag-sipp"
  /// Modified offered load: what unlimited agents would be busy with.
  case modifiedOfferedLoad = "mol"
  /// Iterative staffing: the exact law of the day, repeated until it fits; its target is P(wait).
  case iterative = "isa"

  /// The rule of the load; nil for iterative staffing, which has none.
  var rule: StaffingRule? {
    switch self {
    case .sipp: .sipp
    case .sippMaximum: .sippMaximum
    case .lagSIPP: .lagSIPP
    case .modifiedOfferedLoad: .modifiedOfferedLoad
    case .iterative: nil
    }
  }
}
