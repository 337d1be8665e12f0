internal import ArgumentParser

/// Which replications of a run: one, those whose logs are kept, or all.
enum ReplicationChoice: ExpressibleByArgument, Hashable, Sendable {
  case one(Int)
  case kept
  case all

  init?(argument: String) {
    switch argument {
    case "kept": self = .kept
    case "all": self = .all
    default:
      guard let number = Int(argument), number >= 0 else { return nil }
      self = .one(number)
    }
  }
}
