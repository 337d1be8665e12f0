/// Rows of the table of keys for money.
enum CostKeyCases {
  static let all: [KeyCase] = {
    func row(_ name: String, _ first: String, _ second: String, bad: String) -> KeyCase {
      KeyCase(
        "costs.\(name)", "costs", "costs.\(name)=\(first)", "costs.\(name)=\(second)", bad: "costs.\(name)=\(bad)")
    }
    func premium(_ name: String, _ first: String, _ second: String, bad: String) -> KeyCase {
      let key = "costs.premiums.night.\(name)"
      return KeyCase("costs.premiums.*.\(name)", "costs", "\(key)=\(first)", "\(key)=\(second)", bad: "\(key)=\(bad)")
    }
    return [
      premium("share", "15%", "16%", bad: "15"), premium("hours", "22:00-06:00", "23:00-06:00", bad: "night"),
      premium("days", "Sat", "Sun", bad: "weekend"), row("overtime", "50%", "51%", bad: "50"),
      row("seat", "$80/month", "$81/month", bad: "$80"), row("crm", "$80/month", "$81/month", bad: "80/month"),
      row("training", "$1200/year", "$1300/year", bad: "$100/month"),
      row("telephony", "$0.02/min", "$0.03/min", bad: "$0.02/h"),
      row("penalties.missed", "{asa: $500}", "{asa: $501}", bad: "{asa: 500}"),
      row("penalties.abandoned", "$2", "$3", bad: "$2/contact"), row("penalties.blocked", "$2", "$3", bad: "2"),
      row("penalties.late", "$2", "+50%", bad: "soon"),
      KeyCase(
        "call_equivalents", "costs", "call_equivalents={chat: 0.6}", "call_equivalents={chat: 0.7, email: 0.4}",
        bad: "call_equivalents={fax: 0.5}"),
      KeyCase(
        "teams.*.price", "costs", "teams.partner.price=$4/contact", "teams.partner.price=$4/min",
        bad: "teams.partner.price=$4/h"),
    ]
  }()
}
