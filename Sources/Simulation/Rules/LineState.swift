internal import ContactCenter

/// What changes while rules are played: lines taken, queues cut off, people on duty.
struct LineState {
  /// Lines taken, by trunk group.
  var trunksTaken: [Int] = []
  /// Outages that a queue suffers, and since when it suffers any.
  var outages: [Int] = []
  var outageSince: [Int64] = []
  /// What becomes of contacts meanwhile: as the latest of them says.
  var handling: [OutageHandling] = []
  /// How each outage of the replication is handled, and by queue the numbers of those that are on, as they began.
  var handlings: [OutageHandling] = []
  var outagesOn: [[UInt32]] = []
  /// Numbers that dialers are trying, by queue.
  var dialling: [Int] = []
  /// Numbers that are still to be dialled of a batch, by queue.
  var toDial: [Int] = []
  /// Who works each row of the roster, and the row of each agent; empty where everybody works their own.
  var standIns: [Int] = []
  var rows: [Int] = []
  /// People whose row has ended while they worked, and for whom somebody may go who is free first.
  var leavers: [Int] = []
  /// People who idle after closing, the longest idle first: in the line of idle people there are none of them.
  var staying: [Int] = []
  /// Contacts in self-service, and talks where any may be handed on, by queue.
  var inSelfService: [Int] = []
  var talking: [Int] = []
  /// People idle, by team.
  var idle: [Int] = []
  /// People with work in hand, by team.
  var busy: [Int] = []
  /// People signed in, by team.
  var onDuty: [Int] = []
  /// Contacts that people stay with until a colleague answers, by the team of those people.
  var handingOver: [Int] = []
}
