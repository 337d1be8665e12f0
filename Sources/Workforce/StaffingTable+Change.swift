internal import ContactCenter

extension StaffingTable {
  /// So many people more, or fewer, in every interval of a team in which somebody is scheduled; never fewer than one.
  public func adding(_ people: Int, to team: Int) -> StaffingTable {
    var table = self
    for index in table.teams[team].indices where table.teams[team][index].scheduled > 0 {
      table.teams[team][index].scheduled = max(1, table.teams[team][index].scheduled + people)
    }
    return table
  }
}
