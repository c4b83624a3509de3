/// Numbers are compared with this relative tolerance, so that rounding decides nothing.
private let tolerance = 1e-6

/// Whether a value is above a limit, beyond rounding.
func exceeds(_ value: Double, _ limit: Double) -> Bool { value > limit + tolerance * max(1, abs(limit)) }

/// Whether a value is below a limit, beyond rounding.
func isBelow(_ value: Double, _ limit: Double) -> Bool { value < limit - tolerance * max(1, abs(limit)) }
