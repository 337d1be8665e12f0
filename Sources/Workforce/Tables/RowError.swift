internal import Erlang

/// Why one row of a table cannot be computed. The other rows can.
public enum RowError: Error, Hashable, Sendable {
  /// A cell that the formula needs is empty.
  case notSet(column: String)
  case notANumber(column: String, text: String)
  /// One of a few words was expected.
  case unknownWord(column: String, text: String, allowed: [String])
  case cellCount(Int, expected: Int)
  /// Refused by the mathematics: the sentence names the column and what is allowed.
  case refused(String)
}

extension RowError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notSet(let column): "\(column) is not set"
    case .notANumber(let column, let text):
      "\(column) '\(text)' is not a number; write it like 0.30, 1200 or 1e-3, without units or separators"
    case .unknownWord(let column, let text, let allowed):
      "\(column) '\(text)' is unknown; allowed: \(allowed.joined(separator: ", "))"
    case .cellCount(let count, let expected): "the row has \(count) cells, the header \(expected)"
    case .refused(let sentence): sentence
    }
  }

  /// A refusal in the words of the table: its columns instead of the names of arguments.
  init(_ error: StaffingError) {
    switch error {
    case .valueOutOfRange(let name, let value, let allowed):
      self = .refused("\(Self.columns[name] ?? name) \(value) is outside \(allowed)")
    case .unstable(let agents, let load):
      self = .refused(
        "\(agents) agents cannot carry load_erlangs \(load) without abandonment; allowed: more agents than erlangs "
          + "(erlang a takes patience_s into account)")
    default: self = .refused(error.description)
    }
  }

  /// Arguments of the mathematics and the columns that fill them.
  private static let columns = [
    "loadErlangs": "load_erlangs", "handleTimeSeconds": "handle_time_s", "patienceSeconds": "patience_s",
    "patienceMeanSeconds": "patience_s", "patienceSampleSeconds": "patience_sample_s",
    "thresholdSeconds": "threshold_s", "withinSeconds": "threshold_s", "contacts": "calls",
    "intervalSeconds": "interval_s", "serviceLevel": "target_sl", "occupancy": "max_occupancy",
    "abandonment": "max_abandonment", "waitProbability": "max_p_wait", "averageSpeedOfAnswerSeconds": "max_asa_s",
    "maximalWaitSeconds": "max_wait_s", "quantile": "wait_quantile", "redialProbability": "redial_probability",
    "weibullShape": "patience_shape", "coefficientOfVariation": "patience_shape", "balkingShare": "balking",
    "deferredWorkSeconds": "deferred_contacts x deferred_handle_time_s", "deferredWindowSeconds": "deferred_window_s",
    "loadPerIdleSourceErlangs": "load_per_idle_source_erlangs", "retryProbability": "retry_probability",
    "freshLoadErlangs": "load_erlangs", "blocking": "target_p_block", "contactsPerSecond": "calls_per_h / 3600",
    "probability": "target_sl",
  ]
}
