/// The smallest team under Erlang A.
struct PatientSearch {
  init(_ demand: StaffingDemand, patienceSeconds: Double, agentLimit: Int) {}

  mutating func smallest(_ targets: [StaffingTarget]) throws(StaffingError) -> (Int, StaffingRequirement.Binding) {
    throw .unreachable(target: "Erlang A follows", agentLimit: 0)
  }
}
