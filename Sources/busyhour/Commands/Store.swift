internal import ArgumentParser

struct Store: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "The database itself: prove it, read its audit trail, name and delete runs, apply the retention.",
    discussion: """
      Examples:
        busyhour store verify
        busyhour store verify --head 3fa2c1e07b9d5c44      nothing before this head was changed or cut off
        busyhour store audit --format csv -o audit.csv     who did what, when
        busyhour store retention --years 7 --dry-run
      """,
    subcommands: [
      StoreVerify.self, StoreRebuild.self, StoreAudit.self, StoreName.self, StoreDelete.self, StoreRetention.self,
    ])
}
