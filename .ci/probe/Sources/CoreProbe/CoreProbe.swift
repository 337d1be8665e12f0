import ContactCenter
import EventLog
import Randomness
import Simulation

/// Links the simulation core and nothing else. It is built for its list of shared libraries and never run.
@main struct CoreProbe {
  static func main() {}
}
