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

  static func write(_ text: String, to stream: Stream) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(stream.rawValue, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        // Nobody reads any more: there is nobody to tell either.
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }
}
