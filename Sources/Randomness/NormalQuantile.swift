/// The quantile of the standard normal law, by which uniform numbers become normal ones.
///
/// Inversion, not a pair method or rejection: one uniform gives one variate and the order is kept, so two runs that
/// share a uniform stay as close as their laws allow. With x = 2u - 1 and w = -log(1 - x^2), z / x is a smooth function
/// of w (of sqrt w in the tails), fitted by Chebyshev interpolation on three ranges; relative error below 5e-12.
/// The form follows Giles, "Approximating the erfinv function" (GPU Computing Gems, 2011); the coefficients are ours.
public enum NormalQuantile {
  /// One quantile, with the bits that it has in a block: the same operations, of which the compiler makes one element.
  /// - Parameter u: probability, in 0 < u < 1, at least 2^-53 away from both ends.
  public static func value(at u: Double) -> Double {
    let (x, w) = (2 * u - 1, -VectorMath.log(4 * u * (1 - u)))
    return w >= 6.25 ? tail(x, w) : x * central(Vector(repeating: w - 3.125))[0]
  }

  /// The quantiles of `count` uniform numbers, in their place.
  ///
  /// In two loops, since a vector that was looked at element by element is computed so by the compiler.
  /// - Precondition: `count` is a multiple of 8, at most 64.
  static func replace(_ numbers: UnsafeMutablePointer<Double>, count: Int) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * 64) { scratch in
      let (x, w) = (scratch.baseAddress.unsafelyUnwrapped, scratch.baseAddress.unsafelyUnwrapped + 64)
      var greatest = Vector()
      for offset in stride(from: 0, to: count, by: 8) {
        let u = VectorMath.load(numbers + offset)
        VectorMath.store(2 * u - 1, to: x + offset)
        let minusLog = -VectorMath.log(4 * u * (1 - u))
        VectorMath.store(minusLog, to: w + offset)
        greatest = greatest.replacing(with: minusLog, where: minusLog .> greatest)
      }
      for offset in stride(from: 0, to: count, by: 8) {
        let z = VectorMath.load(x + offset) * central(VectorMath.load(w + offset) - 3.125)
        VectorMath.store(z, to: numbers + offset)
      }
      // About one number in 1,000 lies in the tails.
      if VectorMath.greatest(greatest) >= 6.25 { replaceTails(numbers, x, w, count) }
    }
  }

  @inline(__always) private static func central(_ t: Vector) -> Vector {
    let tt = t * t
    let p0 = (0.33963495870005417 * t + 2.338620710017542) + tt * (-0.0010475115552849678 * t - 0.008532899058322042)
    let p4 =
      (-1.9632883210793314e-05 * t + 0.0002640817903863098) + tt * (5.989140354424749e-07 * t - 1.9308473142550472e-06)
    let p8 =
      (-5.825834769230337e-09 * t - 4.120302608129697e-08) + tt * (-7.454776006633889e-11 * t + 1.5079651926193977e-09)
    let p12 =
      (3.4964325274379114e-12 * t - 2.12364025094647e-11) + tt * (-4.576934681149338e-14 * t + 1.0892135936446062e-13)
    let tttt = tt * tt
    return (p0 + tttt * p4) + (tttt * tttt) * (p8 + tttt * p12)
  }

  @inline(never) private static func replaceTails(
    _ z: UnsafeMutablePointer<Double>, _ x: UnsafeMutablePointer<Double>, _ w: UnsafeMutablePointer<Double>,
    _ count: Int
  ) {
    for index in 0..<count where w[index] >= 6.25 { z[index] = tail(x[index], w[index]) }
  }

  @inline(never) private static func tail(_ x: Double, _ w: Double) -> Double {
    let root = w.squareRoot()
    return x * (root < 4 ? polynomial(nearTail, root - 3.25) : polynomial(farTail, root - 5.05))
  }

  private static func polynomial(_ coefficients: [Double], _ t: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * t + $1 }
  }

  private static let nearTail: [Double] = [
    4.36127285516533, 1.4216508658099165, 0.007595620203993983, -0.0053050099177634185, 0.003523431203967083,
    -0.0023875829058161665, 0.0013481547381001741, -0.0005020908827238528, 3.398540846512189e-05, 9.6522109911285e-05,
    -6.691955718349021e-05, 1.7801258140041682e-05, 4.138880700288072e-06, -5.979396673923958e-06,
    2.1171462188644884e-06, 3.330515202360857e-07, -3.8138156977486094e-07,
  ]

  private static let farTail: [Double] = [
    6.930241912290219, 1.4287587737484257, -0.00024021561663399907, -0.00028328393328746473, 0.00010074901903863579,
    -2.5985747966601073e-05, 5.931017767985548e-06, -1.2818071046009947e-06, 2.8506926971925887e-07,
    -7.99684448328147e-08, 3.102835180063229e-08, -1.3029625472077865e-08, 7.95333286923372e-09,
    -5.56343575810762e-09, 1.7114966391362955e-09,
  ]
}
