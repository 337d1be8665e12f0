internal import ArgumentParser
internal import Workforce

struct ErlangTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang",
    abstract: "The Erlang formulas over the rows of a table: the same rows out, with result columns.",
    discussion: """
      Examples:
        busyhour erlang c --input lines.csv
        busyhour erlang a --input - < lines.csv > results.csv
        busyhour erlang c --solve agents --input lines.csv --format markdown

      Columns by name, in any order; others are kept. An empty cell is not set. Shares are fractions: 0.3.
        b  agents,load_erlangs                                    blocked calls are lost
        c  agents,load_erlangs,handle_time_s,threshold_s          everybody waits
        a  agents,calls_per_h,handle_time_s,patience_s,threshold_s
        x  those of a and redial_probability                      of those who abandon
        g  those of a and patience_law[,patience_shape][,balking]
           laws: exponential, deterministic, uniform, weibull, lognormal, erlang2, hyperexp2,
           empirical (its values in patience_sample_s)
        e  agents,sources,load_per_idle_source_erlangs            Engset: few callers, blocked calls are lost
        r  agents,load_erlangs,retry_probability                  extended B: of the blocked, who try again
      --solve takes the columns of the formula without the one it finds, and
        b  target_p_block
        c, a  target_sl, and what it bounds in definition: offered, excl_short_abandons, answered,
           incl_short_abandons, virtual (at least); abandonment, p_wait, asa (at most)
        c, a --solve handle_time  calls_per_h instead of load_erlangs
        c, a --solve threshold    the wait that the share target_sl of calls does not exceed

      A bad row is reported by its number, the others are computed; the exit status is 2 then.
      """)

  @Argument(help: "b, c, a, x, g, e or r.", transform: { try Self.word($0, "formula") })
  var formula: TableFormula.Family
  @Option(help: ArgumentHelp("Table with one line of column names; - is standard input.", valueName: "file"))
  var input: String
  @Option(
    help: ArgumentHelp("Ask backwards: agents, load, handle_time, threshold.", valueName: "unknown"),
    transform: { try Self.word($0, "unknown") })
  var solve: TableFormula.Unknown?
  @OptionGroup var output: OutputOptions

  func run() throws {
    guard let solve else { return try output.run(.of(formula), input: input) }
    guard let inverse = TableFormula.of(formula, solving: solve) else {
      let known = TableFormula.unknowns(of: formula).map(\.rawValue)
      let advice = known.isEmpty ? "it has no --solve" : "it solves for \(known.joined(separator: ", "))"
      throw ValidationError("erlang \(formula.rawValue) does not solve for \(solve.rawValue); \(advice)")
    }
    try output.run(inverse, input: input)
  }
  private static func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, _ kind: String
  ) throws -> Word where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("unknown \(kind) '\(text)'; allowed: \(allowed)")
  }
}
