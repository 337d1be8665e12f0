internal import ArgumentParser
internal import Reporting
internal import ResultsStore

struct StoreVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove the ledger, every table and every kept log; exit status 1 where anything was changed.",
    discussion: """
      Examples:
        busyhour store verify
        busyhour store verify --head 3fa2c1e07b9d5c44

      The head is the last line of every command that writes. Kept elsewhere, it also tells a ledger whose tail was cut or
      that was written anew.
      """)

  @Option(help: ArgumentHelp("A head noted before, or its first 16 digits or more.", valueName: "hash"))
  var head: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard let head else { return }
    guard (16...64).contains(head.utf8.count), head.allSatisfy(\.isHexDigit) else {
      throw ValidationError("--head is 16 to 64 hexadecimal digits, not '\(head)'")
    }
  }

  func run() throws {
    let format = try output.reportFormat()
    let proof = try store.openForReading().verify(head: head)
    try output.write(StoreProofReport(database: store.path, proof: proof), as: format)
    if !proof.findings.isEmpty { throw ExitStatus.failure }
  }
}
