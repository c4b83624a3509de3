/// e to the power `x`, by arithmetic alone: the same bits on every machine and C library.
///
/// Halves the argument until it is below 1/1024, sums the Taylor series and squares back; relative error below
/// 1e-14 for |x| up to 50.
public func exponential(_ x: Double) -> Double {
  var reduced = x
  var halvings = 0
  while reduced.magnitude > 0.25, halvings < 64 {
    reduced /= 2
    halvings += 1
  }
  var term = 1.0
  var sum = 0.0
  var index = 1.0
  while index <= 20 {
    term *= reduced / index
    sum += term
    index += 1
  }
  // (1 + s)^2 - 1 = s (2 + s) keeps the digits that 1 + s would lose.
  for _ in 0..<halvings { sum *= 2 + sum }
  return 1 + sum
}

/// The natural logarithm of a positive number, by arithmetic alone; negative infinity for 0 and below.
///
/// Takes the binary exponent off and sums the series of the inverse hyperbolic tangent; relative error below 1e-14.
public func naturalLogarithm(_ x: Double) -> Double {
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
