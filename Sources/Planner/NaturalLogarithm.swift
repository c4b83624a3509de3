/// The natural logarithm of a positive number, by arithmetic alone; negative infinity for 0 and below.
///
/// Takes the binary exponent off and sums the series of the inverse hyperbolic tangent; relative error below 1e-14.
func naturalLogarithm(_ x: Double) -> Double {
  guard x > 0, x.isFinite else { return x > 0 ? x : -.infinity }
  var exponent = Double(x.exponent)
  var mantissa = x.significand
  if mantissa > 1.414_213_562_373_095 {
    mantissa /= 2
    exponent += 1
  }
  let ratio = (mantissa - 1) / (mantissa + 1)
  let square = ratio * ratio
  var term = ratio
  var sum = 0.0
  var index = 1.0
  while index <= 41 {
    sum += term / index
    term *= square
    index += 2
  }
  return 2 * sum + exponent * 0.693_147_180_559_945_3
}
