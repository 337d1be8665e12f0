internal import Glibc
internal import Reporting

/// The two streams: data goes to the output, everything else to the messages.
struct Console: Sendable {
  enum Stream: Int32, Sendable {
    case output = 1
    case messages = 2
  }

  let output: TextStyle
  let messages: TextStyle
  let isQuiet: Bool
  let isVerbose: Bool

  init(isQuiet: Bool, isVerbose: Bool, isColorRefused: Bool) {
    output = Self.style(of: .output, isColorRefused: isColorRefused)
    messages = Self.style(of: .messages, isColorRefused: isColorRefused)
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
  }

  /// Whether something may move on the screen.
  var isAnimated: Bool { !isQuiet && isatty(Stream.messages.rawValue) == 1 && Environment["TERM"] != "dumb" }

  /// A remark on the side, unless the user wants quiet.
  func note(_ text: String) {
    guard !isQuiet else { return }
    let lines = text.contains("\n") ? [text] : TextWrap.lines(text)
    Self.write(lines.joined(separator: "\n") + "\n", to: .messages)
  }

  func warn(_ text: String) {
    guard !isQuiet else { return }
    let lines = TextWrap.lines("warning: " + text).joined(separator: "\n")
    Self.write(messages.paint("warning:", .unsure) + lines.dropFirst("warning:".count) + "\n", to: .messages)
  }

  /// Said only when asked to say more.
  func detail(_ text: String) {
    if isVerbose { note(text) }
  }

  /// Colours only where somebody looks: a terminal that is not dumb, and nobody has said no (no-color.org).
  static func style(of stream: Stream, isColorRefused: Bool) -> TextStyle {
    let refused = isColorRefused || Environment["NO_COLOR"] != nil || Environment["TERM"] == "dumb"
    return TextStyle(isColored: !refused && isatty(stream.rawValue) == 1)
  }

  /// Remarks are not worth a failure: what can't be written is lost.
  static func write(_ text: String, to stream: Stream) { _ = failure(writing: text, to: stream) }

  /// Data to the standard output.
  /// - Throws: ``CommandError/file(_:reason:)`` where it can't be written, so that nobody takes half of it for all.
  static func writeOutput(_ text: String) throws {
    let failure = failure(writing: text, to: .output)
    // A reader that has left, such as `head`, has what it wanted.
    guard failure != 0, failure != EPIPE else { return }
    throw CommandError.file("standard output", reason: String(cString: strerror(failure)))
  }

  /// - Returns: 0, or the system's number of what went wrong.
  private static func failure(writing text: String, to stream: Stream) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(stream.rawValue, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return errno }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return 0
    }
  }
}
