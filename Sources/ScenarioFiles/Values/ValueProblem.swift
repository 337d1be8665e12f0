/// Why a text is not the value that a key wants: what, what is allowed, what to do. The place is added by the reader.
struct ValueProblem: Error, Hashable {
  var message: String
  var help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
