/// Every KPI, in the order of reports. A new one is a file in `Definitions` and a line here.
public enum KPICatalog {
  public static let all: [KPI] = [
    .serviceLevel, .averageSpeedOfAnswer, .averageWait, .abandonmentRate, .averageHandleTime, .occupancy, .utilisation,
    .contactsOffered, .contactsAnswered, .contactsAbandoned, .contactsDisconnected, .staffedPeak, .onPhonesPeak,
    .customers, .contactsBlocked, .blockingRate, .lostCustomers, .contactsRedialled, .contactsSelfServed,
    .selfServiceContainment, .messagesLeft, .callbacksPromised, .contactsTransferred, .transferRate,
    .firstContactResolution, .repeatContacts,
    .doneInTime, .escalations, .escalationsInTime, .complaints, .refunds, .refundAmount,
    .fullTimeEquivalentsOfWorkload, .headcount, .realisedShrinkage, .adherence, .conformance, .timeShare,
    .costPerContact,
  ]

  public static func kpi(named name: String) -> KPI? { all.first { $0.name == name } }
}
