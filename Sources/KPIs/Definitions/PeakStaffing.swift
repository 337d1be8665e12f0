extension KPI {
  public static let staffedPeak = KPI(
    name: "staffed_peak", title: "Staffed at the peak", unit: .people,
    definition: """
      People scheduled, shrinkage included, in the interval with the greatest offered load: scheduled time / length of \
      the interval.
      """
  ) { day, _ in
    Fraction(day.peak.scheduled, per: day.peakLength)
  }

  public static let onPhonesPeak = KPI(
    name: "on_phones_peak", title: "On phones at the peak", unit: .people,
    definition: "People on the phones, after shrinkage and breaks, in the interval with the greatest offered load."
  ) { day, _ in
    Fraction(day.peak.present, per: day.peakLength)
  }
}
