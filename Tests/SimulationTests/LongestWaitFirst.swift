import ContactCenter

/// Who waits longest, whatever the priority.
enum LongestWaitFirst: ContactChoiceRule {
  static let name = "longest_wait"
  static let preference = "the longest wait"
  static func rank(_ contact: WaitingContact) -> (Double, Double) { (-Double(contact.wait.microseconds), 0) }
}
