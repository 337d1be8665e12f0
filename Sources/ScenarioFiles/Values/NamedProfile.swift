/// Shapes of a day that can be called by name.
enum NamedProfile: String, CaseIterable {
  /// The same rate all day.
  case flat
  /// A greater peak late in the morning, a smaller one in the afternoon: the usual day of an office line.
  case doublePeak = "double-peak"
  /// One peak soon after opening: the usual day of a clinic's scheduling line.
  case morningPeak = "morning-peak"

  /// Relative rate in each tenth of the opening time; mean 1.
  private var tenths: [Double] {
    switch self {
    case .flat: Array(repeating: 1, count: 10)
    case .doublePeak: [0.8, 1.25, 1.35, 1.2, 0.9, 0.85, 1.1, 1.15, 0.85, 0.55]
    case .morningPeak: [1.2, 1.5, 1.45, 1.25, 1.0, 0.9, 0.85, 0.75, 0.6, 0.5]
    }
  }

  /// Relative rate at a point of the opening time, `position` 0...1: straight lines between the middles of the tenths.
  func rate(at position: Double) -> Double {
    let place = position * 10 - 0.5
    guard place > 0 else { return tenths[0] }
    guard place < 9 else { return tenths[9] }
    let index = Int(place)
    return tenths[index] + (tenths[index + 1] - tenths[index]) * (place - Double(index))
  }
}
