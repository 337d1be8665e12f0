/// The members of a payload's object by name, each taken with the type that it must have.
struct LedgerFields {
  /// A payload that does not say what its kind says.
  struct Problem: Error, Equatable { var reason: String }

  private let members: [LedgerJSON.Member]

  init(_ value: LedgerJSON) throws(Problem) {
    guard case .object(let members) = value else { throw Problem(reason: "an object is missing") }
    self.members = members
  }

  private func value(_ name: String) throws(Problem) -> LedgerJSON {
    guard let member = members.first(where: { $0.name == name }) else { throw Problem(reason: "`\(name)` is missing") }
    return member.value
  }

  private func unfit(_ name: String) -> Problem { Problem(reason: "`\(name)` is not what it should be") }

  func text(_ name: String) throws(Problem) -> String {
    guard case .text(let text) = try value(name) else { throw unfit(name) }
    return text
  }

  func optionalText(_ name: String) throws(Problem) -> String? {
    if case .null = try value(name) { return nil }
    return try text(name)
  }

  func integer(_ name: String) throws(Problem) -> Int64 {
    guard case .integer(let number) = try value(name) else { throw unfit(name) }
    return number
  }

  func optionalInteger(_ name: String) throws(Problem) -> Int64? {
    if case .null = try value(name) { return nil }
    return try integer(name)
  }

  func array(_ name: String) throws(Problem) -> [LedgerJSON] {
    guard case .array(let elements) = try value(name) else { throw unfit(name) }
    return elements
  }

  func objects(_ name: String) throws(Problem) -> [LedgerFields] {
    var objects: [LedgerFields] = []
    for element in try array(name) { objects.append(try LedgerFields(element)) }
    return objects
  }

  func object(_ name: String) throws(Problem) -> LedgerFields { try LedgerFields(try value(name)) }

  func texts(_ name: String) throws(Problem) -> [String] {
    var texts: [String] = []
    for element in try array(name) {
      guard case .text(let text) = element else { throw unfit(name) }
      texts.append(text)
    }
    return texts
  }

  func integers(_ name: String) throws(Problem) -> [Int64] {
    var integers: [Int64] = []
    for element in try array(name) {
      guard case .integer(let number) = element else { throw unfit(name) }
      integers.append(number)
    }
    return integers
  }

  /// A value of its text, such as an id; `reading` gives nil for a text that is none.
  func value<Value>(_ name: String, _ reading: (String) -> Value?) throws(Problem) -> Value {
    guard let value = reading(try text(name)) else { throw unfit(name) }
    return value
  }

  /// Every member of an object of numbers, in order.
  func forEachInteger(_ body: (String, Int64) -> Void) throws(Problem) {
    for member in members {
      guard case .integer(let number) = member.value else { throw unfit(member.name) }
      body(member.name, number)
    }
  }
}
