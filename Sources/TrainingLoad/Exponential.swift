/// e to the power of `x`, with the same bits on every platform.
///
/// One C library's `exp` differs from another's in the last bit, while equal plans must give equal bytes.
/// This uses only operations that IEEE 754 defines exactly. The relative error is below 1e-15.
///
/// Method: `x = k ln 2 + r` with `|r|` at most half of ln 2, the Taylor series of `r`, and a scaling by
/// `2^k`. The first part of ln 2 has 32 significant bits, so its product with `k` is exact.
///
/// - Parameter x: Any number.
/// - Returns: Infinity above 709.78, zero below -745.13, NaN for NaN.
public func exponential(_ x: Double) -> Double {
  guard x < 710 else { return x.isNaN ? x : .infinity }
  guard x > -746 else { return 0 }
  let ln2High = 0x1.62e42feep-1
  let ln2Low = 0x1.a39ef35793c76p-33
  let k = (x / 0x1.62e42fefa39efp-1).rounded()
  let r = (x - k * ln2High) - k * ln2Low
  var sum = 1.0
  for term in stride(from: 14.0, through: 1, by: -1) { sum = 1 + r / term * sum }
  return Double(sign: .plus, exponent: Int(k), significand: sum)
}
