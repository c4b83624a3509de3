/// A namespace of name-based UUIDs: two names are told apart within it, and from those of other namespaces.
public struct UUIDNamespace: Equatable, Sendable {
  /// The first eight octets of the namespace's own UUID.
  let high: UInt64
  /// The last eight octets.
  let low: UInt64

  /// The namespace whose UUID has these first and last eight octets.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The names that Gradus gives: sessions, events and rest days of plans. Never to be changed.
  public static let gradus = UUIDNamespace(high: 0x4013_3904_ab99_436d, low: 0xa4df_c4c8_82ac_0b20)
}

/// The UUID of a name: version 5 (RFC 9562, section 5.5), lower case, 36 characters.
///
/// Equal names give equal UUIDs on every machine, which makes them fit for identity in calendars.
public func nameBasedUUID(namespace: UUIDNamespace, name: String) -> String {
  var message: [UInt8] = []
  message.reserveCapacity(16 + name.utf8.count)
  for word in [namespace.high, namespace.low] { message.append(bigEndian: word) }
  message.append(contentsOf: name.utf8)

  var octets = Array(SHA1.digest(message).prefix(16))
  octets[6] = octets[6] & 0x0f | 0x50
  octets[8] = octets[8] & 0x3f | 0x80

  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(36)
  for (index, octet) in octets.enumerated() {
    if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
    text.append(digits[Int(octet >> 4)])
    text.append(digits[Int(octet & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}

/// The Secure Hash Algorithm of FIPS 180-4, section 6.1. For names only: it is no longer safe for secrets.
enum SHA1 {
  /// The 20 octets of a message's digest.
  static func digest(_ message: [UInt8]) -> [UInt8] {
    var padded = message
    padded.append(0x80)
    while padded.count % 64 != 56 { padded.append(0) }
    padded.append(bigEndian: UInt64(message.count) * 8)

    var hash: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    for start in stride(from: 0, to: padded.count, by: 64) {
      mix(padded[start..<start + 64], into: &hash)
    }
    return hash.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }

  private static func mix(_ block: ArraySlice<UInt8>, into hash: inout [UInt32]) {
    var schedule = [UInt32](repeating: 0, count: 80)
    for (index, octet) in block.enumerated() {
      schedule[index / 4] = schedule[index / 4] << 8 | UInt32(octet)
    }
    for t in 16..<80 {
      schedule[t] = rotate(schedule[t - 3] ^ schedule[t - 8] ^ schedule[t - 14] ^ schedule[t - 16], by: 1)
    }
    var (a, b, c, d, e) = (hash[0], hash[1], hash[2], hash[3], hash[4])
    for t in 0..<80 {
      let (f, k): (UInt32, UInt32) =
        switch t {
        case ..<20: (b & c | ~b & d, 0x5a82_7999)
        case ..<40: (b ^ c ^ d, 0x6ed9_eba1)
        case ..<60: (b & c | b & d | c & d, 0x8f1b_bcdc)
        default: (b ^ c ^ d, 0xca62_c1d6)
        }
      let next = rotate(a, by: 5) &+ f &+ e &+ k &+ schedule[t]
      (a, b, c, d, e) = (next, a, rotate(b, by: 30), c, d)
    }
    for (index, word) in [a, b, c, d, e].enumerated() { hash[index] &+= word }
  }

  private static func rotate(_ word: UInt32, by bits: UInt32) -> UInt32 {
    word << bits | word >> (32 - bits)
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian word: UInt64) {
    for shift in stride(from: 56, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
    }
  }
}
