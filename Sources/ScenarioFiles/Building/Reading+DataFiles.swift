internal import ContactCenter

extension Reading {
  /// Interval counts of a data file; nil after a remark.
  func counts(_ name: String, at place: Place) -> CountsTable? {
    guard let bytes = dataFile(name, at: place) else { return nil }
    do throws(SourceBytes.Refusal) {
      return try CountsTable(DelimitedTable(bytes))
    } catch {
      refuse(name, error, bytes: bytes)
      return nil
    }
  }

  /// An empirical law: the ordered sample over its mean.
  func sample(_ name: String, column: String?, at place: Place) -> DistributionSpecification? {
    guard let bytes = dataFile(name, at: place) else { return nil }
    do throws(SourceBytes.Refusal) {
      let seconds = try SampleTable(DelimitedTable(bytes), column: column).seconds.sorted()
      let mean = seconds.reduce(0, +) / Double(seconds.count)
      let span = TimeSpan(microseconds: Int64((mean * 1_000_000).rounded()))
      return DistributionSpecification(family: "empirical", mean: span, shape: seconds.map { $0 / mean })
    } catch {
      refuse(name, error, bytes: bytes)
      return nil
    }
  }

  private func refuse(_ name: String, _ refusal: SourceBytes.Refusal, bytes: [UInt8]) {
    var diagnostic = Diagnostic(
      severity: .error, message: refusal.message, file: name, line: refusal.line, help: refusal.help)
    if let line = refusal.line {
      let text = SourceText(name: name, text: String(decoding: bytes, as: UTF8.self))
      diagnostic.excerpt = String(String.UnicodeScalarView(text.line(line)))
    }
    add(diagnostic)
  }
}
