internal import ArgumentParser

/// One invocation: arguments in, output written, exit status out. Every error of every command passes here.
enum Program {
  static func run(_ arguments: [String]) async -> ExitStatus {
    do {
      try CommandNames.check(arguments)
      var command = try RootCommand.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return .success
    } catch let status as ExitStatus {
      return status
    } catch  where RootCommand.exitCode(for: error) == .success {
      // Help, version: asked for, so it is data.
      return written(RootCommand.fullMessage(for: error, columns: 100) + "\n", arguments)
    } catch {
      return told(error, arguments)
    }
  }

  private static func written(_ text: String, _ arguments: [String]) -> ExitStatus {
    do {
      try Console.writeOutput(text)
      return .success
    } catch {
      return told(error, arguments)
    }
  }

  private static func told(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    let style = Console.style(of: .messages, isColorRefused: arguments.contains("--no-color"))
    Console.write(ErrorLayout(error, arguments: arguments).text(style), to: .messages)
    return ExitStatus(of: error)
  }
}
