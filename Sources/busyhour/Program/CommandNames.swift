internal import ArgumentParser

/// The commands by name: a misspelt one gets the nearest.
enum CommandNames {
  static var all: [String] {
    RootCommand.configuration.subcommands.map { $0.configuration.commandName ?? $0._commandName } + ["help"]
  }

  /// - Throws: ``CommandError`` where the first argument is no command.
  static func check(_ arguments: [String]) throws {
    guard let first = arguments.first, !first.hasPrefix("-"), !all.contains(first) else { return }
    throw CommandError.unknownCommand(first)
  }

  /// The command among the arguments, for advice.
  static func command(in arguments: [String]) -> String? { arguments.first.flatMap { all.contains($0) ? $0 : nil } }
}
