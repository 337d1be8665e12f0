internal import ContactCenter

/// What the long form needs to know beyond the scenario itself: how things were said.
struct LongForm {
  var opening: [OpeningRule] = []
  var period: ClosedRange<CalendarDate>?
  var closed: [CalendarDate] = []
  /// `1000/day`, or the file of counts.
  var volume = ""
  var volumeFile: String?
  var weekday: [(day: Weekday, factor: ExactDecimal)] = []
  var profile = Profile.named(.flat)
  var mix: [Share]?
  /// Lines below `demand:` after the mix, and below `events:`, as they are to be written.
  var demandDetails: [String] = []
  var events: [String] = []
  /// Whether counts with dates are of those dates.
  var hasDatedCounts = false
  var queueProfiles: [Int: Profile] = [:]
  /// By queue.
  var handle: [String] = []
  var wrapUp: [String] = []
  var patience: [String] = []
  /// Laws of rules, by `QUEUE.RULE`, and lines below `outages:`, as they are to be written.
  var ruleLaws: [String: String] = [:]
  var outages: [String] = []
  var targets: [(key: String, text: String)] = []
  var queueTargets: [Int: String] = [:]
  var usesSolver = false
  /// Definitions of the shifts that are used, in order of the file.
  var shifts: [Shift] = []

  enum Profile {
    case named(NamedProfile)
    case pieces([(clock: ClockRange, weight: ProfileWeight)])
    case file(String)
    /// It comes with the volume.
    case withVolume
  }
}
