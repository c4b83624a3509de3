/// e to the power of `x`, for |x| up to a few units, to full double precision.
///
/// The engine imports no Foundation. The argument is halved until the Taylor series is short, and the
/// result squared back.
func exponential(_ x: Double) -> Double {
  var halvings = 0
  var small = x
  while abs(small) > 0.01, halvings < 60 {
    small /= 2
    halvings += 1
  }
  var term = 1.0
  var sum = 1.0
  for step in 1...10 {
    term *= small / Double(step)
    sum += term
  }
  for _ in 0..<halvings { sum *= sum }
  return sum
}
