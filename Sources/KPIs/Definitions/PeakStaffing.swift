extension KPI {
  public static let staffedPeak = KPI(
    name: "staffed_peak", title: "Staffed at the peak", unit: .people, isByTeam: true,
    definition: """
      People scheduled, shrinkage included, in the interval with the greatest offered load: scheduled time / length of \
      the interval.
      """
  ) { day, context in
    guard let peak = context.peak(day) else { return Fraction(0.0, per: 0) }
    return Fraction(peak.scheduled, per: day.peakLength)
  }

  public static let onPhonesPeak = KPI(
    name: "on_phones_peak", title: "On phones at the peak", unit: .people, isByTeam: true,
    definition: "People on the phones, after shrinkage and breaks, in the interval with the greatest offered load."
  ) { day, context in
    guard let peak = context.peak(day) else { return Fraction(0.0, per: 0) }
    return Fraction(peak.present, per: day.peakLength)
  }
}
