/// Which wait a service level holds against the acceptable wait.
public enum WaitBasis: String, CaseIterable, Hashable, Sendable {
  /// That of the contact alone. The default.
  case attempt
  /// That of the contact and of the caller's attempts before it since an agent last answered: redials, and contacts that an
  /// outage sent elsewhere.
  case customer
}
