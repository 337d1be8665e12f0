internal import ArgumentParser

/// The commands by name: a misspelt one gets the nearest.
enum CommandNames {
  /// Each command states its name. One made of its type's would have the runtime search every conformance of the program
  /// for how a type is printed: a quarter of the time of a short command.
  static var all: [String] {
    RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  /// - Throws: ``CommandError`` where the first argument is no command.
  static func check(_ arguments: [String]) throws {
    guard let first = arguments.first, !first.hasPrefix("-"), !all.contains(first) else { return }
    throw CommandError.unknownCommand(first)
  }

  /// The command among the arguments, for advice.
  static func command(in arguments: [String]) -> String? { arguments.first.flatMap { all.contains($0) ? $0 : nil } }
}
