import SeededNumbers

/// Dice with a seed.
struct Dice {
  private var generator: SplitMix64

  init(_ seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// A number from 0 up to, not including, `count`.
  mutating func below(_ count: Int) -> Int { Int(generator.next() >> 33) % count }
}
