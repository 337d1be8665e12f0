internal import Erlang

/// The columns that give a patience law.
enum PatienceColumns {
  enum Law: String, CaseIterable {
    case exponential
    case deterministic
    case uniform
    case weibull
    case lognormal
    /// Two exponential phases.
    case erlang2
    /// Half of the contacts with half the mean, half with one and a half.
    case hyperexp2
    /// The values of `patience_sample_s`, separated by blanks.
    case empirical
  }

  static func law(of row: TableRow) throws -> PatienceLaw {
    let balking = try row.numberIfSet("balking") ?? 0
    guard let law = try row.word("patience_law", as: Law.self) else { throw RowError.notSet(column: "patience_law") }
    return try PatienceLaw(shape(law, of: row), balkingShare: balking)
  }

  private static func shape(_ law: Law, of row: TableRow) throws -> PatienceShape {
    switch law {
    case .exponential: .exponential(meanSeconds: try row.number("patience_s"))
    case .deterministic: .deterministic(seconds: try row.number("patience_s"))
    case .uniform: .uniform(meanSeconds: try row.number("patience_s"))
    case .weibull: .weibull(meanSeconds: try row.number("patience_s"), shape: try row.number("patience_shape"))
    case .lognormal:
      .lognormal(meanSeconds: try row.number("patience_s"), coefficientOfVariation: try row.number("patience_shape"))
    case .erlang2: .erlang2(meanSeconds: try row.number("patience_s"))
    case .hyperexp2: try hyperexponential(try row.number("patience_s"))
    case .empirical: .empirical(try EmpiricalPatience(seconds: sample(of: row)))
    }
  }

  private static func hyperexponential(_ mean: Double) throws -> PatienceShape {
    .hyperexponential(firstShare: 0.5, firstMeanSeconds: mean / 2, secondMeanSeconds: 1.5 * mean)
  }

  private static func sample(of row: TableRow) throws -> [Double] {
    try row.requiredText("patience_sample_s").split(separator: " ").map { text in
      guard let value = TableText.number(String(text)) else {
        throw RowError.notANumber(column: "patience_sample_s", text: String(text))
      }
      return value
    }
  }
}
