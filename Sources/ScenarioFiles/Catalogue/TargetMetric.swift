/// A metric that a target can be set for: the word in the file and the metric of the KPI catalogue.
struct TargetMetric: Hashable {
  var key: String
  /// Name in the KPI catalogue.
  var metric: String
  var aliases: [String] = []
  var unit: TargetExpression.Unit
  var summary: String
  var example: String

  static let all: [TargetMetric] = [
    TargetMetric(
      key: "service_level", metric: "service_level", aliases: ["target"], unit: .serviceLevel,
      summary: "Share of calls answered within a time.", example: "90% in 20s"),
    TargetMetric(
      key: "asa", metric: "asa_s", unit: .duration(.atMost), summary: "Average speed of answer, of answered calls.",
      example: "at most 20s"),
    TargetMetric(
      key: "wait_all", metric: "wait_all_s", unit: .duration(.atMost),
      summary: "Average wait of all calls, abandoned ones too.", example: "at most 25s"),
    TargetMetric(
      key: "abandonment", metric: "abandonment", aliases: ["targets.abandoned"], unit: .share(.atMost),
      summary: "Abandoned calls / offered calls.", example: "at most 5%"),
    TargetMetric(
      key: "occupancy", metric: "occupancy", unit: .share(.atMost),
      summary: "Busy time / time on the phones; its upper end also caps `staffing: solve`.", example: "75% to 85%"),
    TargetMetric(
      key: "utilisation", metric: "utilisation", unit: .share(.atLeast), summary: "Busy time / paid time.",
      example: "at least 50%"),
    TargetMetric(
      key: "aht", metric: "aht_s", unit: .duration(.atMost), summary: "Average handle time with wrap-up.",
      example: "5m to 7m"),
    TargetMetric(
      key: "staffed", metric: "staffed_peak", unit: .count(.atMost),
      summary: "People scheduled in the busiest interval, shrinkage included.", example: "18 to 22"),
    TargetMetric(
      key: "on_phones", metric: "on_phones_peak", unit: .count(.atMost),
      summary: "People on the phones in the busiest interval.", example: "at most 15"),
    TargetMetric(
      key: "fte_workload", metric: "fte_workload", unit: .count(.atMost),
      summary: "Full-time people by workload alone.", example: "at most 22"),
    TargetMetric(
      key: "headcount", metric: "headcount", unit: .count(.atMost), summary: "People needed for the whole roster.",
      example: "at most 48"),
    TargetMetric(
      key: "fcr", metric: "fcr", unit: .share(.atLeast), summary: "First-contact resolution: resolved talks / talks.",
      example: "at least 75%"),
    TargetMetric(
      key: "in_time", metric: "in_time", unit: .share(.atLeast),
      summary: "Limits of time kept / kept or missed, see `due`.", example: "at least 95%"),
    TargetMetric(
      key: "escalations_in_time", metric: "escalations_in_time", unit: .share(.atLeast),
      summary: "The same of escalations alone.", example: "at least 80%"),
    TargetMetric(
      key: "csat", metric: "csat", unit: .share(.atLeast),
      summary: "Satisfied customers: answers of 4 or 5 / answers.", example: "at least 95%"),
    TargetMetric(
      key: "csat_top_box", metric: "csat_top_box", unit: .share(.atLeast),
      summary: "Very satisfied customers: answers of 5 / answers.", example: "at least 70%"),
    TargetMetric(
      key: "csat_mean", metric: "csat_mean", unit: .count(.atLeast), summary: "Mean satisfaction, 1 to 5.",
      example: "at least 4.5"),
    TargetMetric(
      key: "nps", metric: "nps", unit: .count(.atLeast), summary: "Net promoter score, -100 to 100.",
      example: "40 to 60"),
    TargetMetric(
      key: "accuracy", metric: "accuracy", unit: .share(.atLeast), summary: "Right appointments / appointments made.",
      example: "at least 98%"),
    TargetMetric(
      key: "qa_score", metric: "qa_score", unit: .share(.atLeast),
      summary: "Criteria passed / criteria of checked talks.", example: "at least 92%"),
    TargetMetric(
      key: "adherence", metric: "adherence", unit: .share(.atLeast),
      summary: "Scheduled time in which people do what the schedule says, see `conduct`.", example: "at least 90%"),
    TargetMetric(
      key: "availability", metric: "availability", unit: .share(.atLeast),
      summary: "Time in which queues can be reached / all time.", example: "at least 99.5%"),
    TargetMetric(
      key: "dropped", metric: "dropped", unit: .share(.atMost),
      summary: "People whom a predictive dialer drops / people who answer it.", example: "at most 3%"),
    TargetMetric(
      key: "blocking", metric: "blocking", unit: .share(.atMost), summary: "Busy signals / offered calls.",
      example: "at most 1%"),
    TargetMetric(
      key: "lost_customers", metric: "lost_customers", unit: .share(.atMost),
      summary: "Customers who give up for good / customers, redials not counted twice.", example: "at most 3%"),
    TargetMetric(
      key: "transfers", metric: "transfers", unit: .share(.atMost), summary: "Contacts handed on / completed talks.",
      example: "at most 8%"),
    TargetMetric(
      key: "containment", metric: "containment", unit: .share(.atLeast),
      summary: "Contacts that self-service settles / those and the ones that go on from it to a queue.",
      example: "at least 20%"),
    TargetMetric(
      key: "cost_per_contact", metric: "cost_per_contact", unit: .money(.atMost),
      summary: "All stated costs / answered contacts; needs wages.", example: "$3 to $10"),
    TargetMetric(
      key: "cost_per_resolved", metric: "cost_per_resolved", unit: .money(.atMost),
      summary: "All stated costs / resolved talks; needs `costs` and `resolved`.", example: "at most $12"),
    TargetMetric(
      key: "cost_per_fte", metric: "cost_per_fte", unit: .money(.atMost),
      summary: "All stated costs / full-time months; needs `costs`.", example: "at most $6000"),
    TargetMetric(
      key: "cost", metric: "cost", unit: .money(.atMost), summary: "All stated costs of an open day; needs `costs`.",
      example: "at most $9000"),
  ]
}
