internal import Glibc

@main
enum BusyHour {
  static func main() async {
    let status = await Program.run(Array(CommandLine.arguments.dropFirst()))
    exit(status.rawValue)
  }
}
