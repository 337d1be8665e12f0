/// A row of little bars: the shape of a day at a glance.
public enum Sparkline {
  private static let bars = Array("▁▂▃▄▅▆▇█")

  /// One bar a value, from 0 to the greatest; neighbours are averaged down to at most `width` bars.
  public static func of(_ values: [Double], width: Int = 48) -> String {
    let points = condensed(values.map { $0.isFinite && $0 > 0 ? $0 : 0 }, to: max(1, width))
    guard let greatest = points.max(), greatest > 0 else { return String(repeating: bars[0], count: points.count) }
    return String(points.map { bars[min(bars.count - 1, Int(($0 / greatest * Double(bars.count - 1)).rounded()))] })
  }

  private static func condensed(_ values: [Double], to width: Int) -> [Double] {
    guard values.count > width else { return values }
    let size = (values.count + width - 1) / width
    return stride(from: 0, to: values.count, by: size).map { start in
      let part = values[start..<min(start + size, values.count)]
      return part.reduce(0, +) / Double(part.count)
    }
  }
}
