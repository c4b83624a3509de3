import Foundation
import SeededNumbers

/// A value of a vector file; every accessor throws where the file does not hold what the test expects.
enum VectorFile: Decodable {
  case number(Double)
  case text(String)
  case list([VectorFile])
  case object([String: VectorFile])
  case null

  struct Unexpected: Error {
    var key: String
  }

  static func named(_ name: String) throws -> VectorFile {
    guard let url = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Vectors")
    else {
      throw Unexpected(key: name)
    }
    return try JSONDecoder().decode(VectorFile.self, from: Data(contentsOf: url))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([VectorFile].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: VectorFile].self))
    }
  }

  func at(_ path: String...) throws -> VectorFile {
    var value = self
    for key in path {
      guard case .object(let members) = value, let member = members[key] else { throw Unexpected(key: key) }
      value = member
    }
    return value
  }

  func has(_ key: String) -> Bool { (try? at(key)) != nil }

  func list(_ key: String) throws -> [VectorFile] {
    guard case .list(let values) = try at(key), !values.isEmpty else { throw Unexpected(key: key) }
    return values
  }

  func text(_ key: String) throws -> String {
    guard case .text(let text) = try at(key) else { throw Unexpected(key: key) }
    return text
  }

  func number(_ key: String) throws -> Double {
    guard let number = try at(key).optionalNumber() else { throw Unexpected(key: key) }
    return number
  }

  /// The numbers under a key, null as nil; none for an empty list.
  func numbers(_ key: String) throws -> [Double?] {
    guard case .list(let values) = try at(key) else { throw Unexpected(key: key) }
    return try values.map { try $0.optionalNumber() }
  }

  func optionalNumber() throws -> Double? {
    switch self {
    case .number(let number): number
    case .null: nil
    default: throw Unexpected(key: "number")
    }
  }

  /// The members of an object, sorted by name.
  func members() throws -> [(key: String, value: VectorFile)] {
    guard case .object(let members) = self, !members.isEmpty else { throw Unexpected(key: "object") }
    return members.sorted { $0.key < $1.key }
  }
}

/// Whether a result agrees with a number that is printed with so many decimals: to half a unit of the last
/// one, or to 1e-9 of the number where that is larger.
func agrees(_ result: Double?, _ expected: Double?, decimals: Int) -> Bool {
  guard let result, let expected else { return result == nil && expected == nil }
  return abs(result - expected) <= max(0.5 * pow(10, -Double(decimals)), 1e-9 * abs(expected))
}

/// Whether two columns agree day for day.
func agrees(_ result: [Double?], _ expected: [Double?], decimals: Int) -> Bool {
  result.count == expected.count
    && zip(result, expected).allSatisfy { agrees($0, $1, decimals: decimals) }
}

extension SplitMix64 {
  /// Daily loads of 0-900, a third of them rest days, each unknown with a given chance.
  mutating func loads(days: Int, unknown: Double = 0) -> [Double?] {
    (0..<days).map { _ in
      if Double.random(in: 0..<1, using: &self) < unknown { return nil }
      return Int.random(in: 0..<3, using: &self) == 0 ? 0 : Double.random(in: 1...900, using: &self)
    }
  }
}
