/// Every KPI, in the order of reports. A new one is a file in `Definitions` and a line here.
public enum KPICatalog {
  public static let all: [KPI] = [
    .serviceLevel, .averageSpeedOfAnswer, .averageWait, .abandonmentRate, .averageHandleTime, .occupancy, .utilisation,
    .contactsOffered, .contactsAnswered, .callEquivalents, .contactsAbandoned, .contactsDisconnected, .staffedPeak,
    .onPhonesPeak,
    .customers, .contactsBlocked, .blockingRate, .lostCustomers, .contactsRedialled, .contactsSelfServed,
    .selfServiceContainment, .messagesLeft, .callbacksPromised, .contactsTransferred, .transferRate,
    .firstContactResolution, .repeatContacts, .satisfaction, .satisfactionTopBox, .satisfactionMean, .netPromoterScore,
    .appointmentAccuracy, .qualityScore,
    .doneInTime, .escalations, .escalationsInTime, .complaints, .refunds, .refundAmount,
    .attempts, .reached, .dropped, .backlog, .oldestAge, .availability, .contactsDiverted, .talksDropped,
    .fullTimeEquivalentsOfWorkload, .headcount, .realisedShrinkage, .adherence, .conformance, .timeShare,
    .costPerContact,
    .costPerResolvedContact, .costPerFullTimeMonth, .costADay, .costOfWages, .costOfEquipment, .costOfPartners,
    .costOfTelephony,
    .costOfPenalties,
  ]

  /// Those that need ``DayDetail``, and are told on request.
  public static let measures: [KPI] = KPI.measures

  public static func kpi(named name: String) -> KPI? {
    // One after the other: joined they would be copied for every look-up, of which a day's penalties ask for several.
    all.first { $0.name == name } ?? measures.first { $0.name == name }
  }
}
