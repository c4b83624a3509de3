import Rows
import SeededNumbers
import Testing

@testable import Planner

/// Sets of more templates than a machine word has bits, beside what the library's own sets say.
@Suite struct TemplateBitsTests {
  @Test(arguments: [1, 63, 64, 65, 130])
  func bitsAreSets(templates: Int) {
    var numbers = SplitMix64(seed: UInt64(templates))
    let memory = RowMemory()
    var sets: [Set<Int>] = (0..<6).map { _ in [] }
    let bits = TemplateBits(sets: 6, templates: templates, in: memory)
    for _ in 0..<(3 * templates) {
      let (set, template) = (
        Int.random(in: 0..<6, using: &numbers), Int.random(in: 0..<templates, using: &numbers)
      )
      bits.flip(template, in: set)
      sets[set].formSymmetricDifference([template])
    }
    let odd = TemplateBits(sets: 2, templates: templates, in: memory) { $1 % 2 == $0 }
    for set in 0..<6 {
      #expect(Array(bits.members(of: set)) == sets[set].sorted())
      for parity in 0..<2 {
        let common = sets[set].filter { $0 % 2 == parity }
        #expect(Array(bits.members(of: set, alsoIn: parity, of: odd)) == common.sorted())
        #expect(bits.shares(set, with: parity, of: odd) == !common.isEmpty)
        #expect(bits.count(of: set, alsoIn: parity, of: odd) == common.count)
      }
      for other in 0..<6 {
        #expect(bits.count(of: set, notIn: other) == sets[set].subtracting(sets[other]).count)
      }
    }
    let none = TemplateBits(sets: 6, templates: templates, in: memory)
    let new = sets[4].union(sets[5]).subtracting(sets[0].union(sets[1])).filter { $0 % 2 == 1 }
    #expect(bits.count(ofAny: 4..<6, except: none, alsoIn: 1, of: odd, notInAny: 0..<2) == new.count)
    #expect(bits.count(ofAny: 4..<6, except: bits, alsoIn: 1, of: odd, notInAny: 0..<2) == 0)
    bits.clear()
    #expect((0..<6).allSatisfy { Array(bits.members(of: $0)).isEmpty })
  }
}
