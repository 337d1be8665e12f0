/// Which free agent a contact goes to, among those of the best level who may take it.
public enum AgentChoice: String, CaseIterable, Hashable, Sendable {
  /// The one who has idled longest.
  case longestIdle = "longest_idle"
  /// The one of the team with most people idle.
  case mostIdle = "most_idle"
  /// Any of them, with equal chances.
  case uniform
}

/// Which waiting contact an agent who becomes free takes.
public enum ContactChoice: String, CaseIterable, Hashable, Sendable {
  /// The best priority; among equals the agent's best skill; then who waits longest.
  case priority
  /// The agent's best skill; among equals the best priority; then who waits longest.
  case ownFirst = "own_first"
  /// The greatest (wait + head start) x weight: priorities that age.
  case weightedWait = "weighted_wait"
}
