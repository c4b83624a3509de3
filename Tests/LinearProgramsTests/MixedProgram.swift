@testable import LinearPrograms

/// A small programme of sessions: yes/no columns, each with minutes between a least and a greatest length, and limits
/// on the minutes of some of them together.
struct MixedProgram {
  var program = LinearProgram()
  var choices: [Int] = []
  var whole: [Bool] { (0..<program.columnCount).map(choices.contains) }
  /// The choices, all of one kind.
  var branching: [Int?] { (0..<program.columnCount).map { choices.contains($0) ? 0 : nil } }

  init(seed: Int, count: Int = 8) {
    var state = UInt64(truncatingIfNeeded: seed &* 7919 &+ 12_345)
    func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    var minutes: [Int] = []
    for _ in 0..<count {
      let choice = program.addColumn(from: 0, to: 1, cost: -Double(below(4)))
      let (least, most) = (Double(15 + below(15)), Double(40 + below(40)))
      let length = program.addColumn(from: 0, to: most, cost: Double(1 + below(9)) / 10)
      program.addRow([.init(length, 1), .init(choice, -most)], atMost: 0)
      program.addRow([.init(length, 1), .init(choice, -least)], atLeast: 0)
      choices.append(choice)
      minutes.append(length)
    }
    for _ in 0..<5 {
      let some = minutes.filter { _ in below(2) == 0 }
      guard !some.isEmpty else { continue }
      program.addRow(some.map { .init($0, Double(1 + below(5)) / 2) }, atMost: Double(60 + below(80)))
    }
    program.addRow(choices.map { .init($0, 1) }, atMost: Double(2 + below(3)))
  }

  /// Every way to settle the choices that are open, as a programme.
  var settled: [LinearProgram] {
    (0..<(1 << choices.count)).compactMap { number in
      var settled = program
      for (place, choice) in choices.enumerated() {
        let value = Double(number >> place & 1)
        guard (program.lower[choice]...program.upper[choice]).contains(value) else { return nil }
        (settled.lower[choice], settled.upper[choice]) = (value, value)
      }
      return settled
    }
  }

  /// The greatest objective, by trying all ways to settle the choices.
  var optimum: Double {
    settled.reduce(-.infinity) { best, settled in
      var solver = DualSimplex(settled)
      guard solver.run() == .optimal else { return best }
      return max(best, zip(settled.cost, solver.point).reduce(settled.constant) { $0 + $1.0 * $1.1 })
    }
  }
}
