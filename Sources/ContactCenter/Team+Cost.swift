extension Team {
  /// What an hour of work for a queue costs, in units of the currency: the wage, or what a partner asks; 0 where nothing is
  /// stated.
  public func costPerHour(of queue: ContactQueue) -> Double {
    switch price {
    case .contact(let money)?: Double(money.millionths) / 1e6 * 3_600 / max(1e-6, queue.meanWork.inSeconds)
    case .minute(let money)?: Double(money.millionths) / 1e6 * 60
    case nil: Double(hourlyCost?.millionths ?? 0) / 1e6
    }
  }
}
