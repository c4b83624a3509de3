package import PlanFiles

/// Checks a document against a JSON Schema: the keywords that the product's schemas use, no more.
package struct SchemaCheck {
  package let root: JSONValue
  /// Whether every key that is met must be named by the schema, even where the schema allows others.
  private let isClosed: Bool

  /// A check against the schema of a kind of file.
  package init(_ kind: Schemas.Kind, isClosed: Bool = false) throws {
    root = JSONValue(try SourceFile(name: "\(kind)", text: Schemas.text(kind)).document().node)
    self.isClosed = isClosed
  }

  /// What is wrong with the document; empty where it is valid.
  package func faults(_ document: JSONValue) -> [String] { faults(document, root, at: "") }

  private static let annotations: Set<String> = ["$schema", "title", "description", "definitions", "default"]

  private func faults(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
    schema.members.flatMap { rule -> [String] in
      switch rule.key {
      case "$ref":
        guard case .text(let name) = rule.value, let target = definition(name) else {
          return ["\(path): bad $ref"]
        }
        return faults(value, target, at: path)
      case "oneOf", "anyOf": return choice(value, rule.value, isExclusive: rule.key == "oneOf", at: path)
      case "type": return isOfType(value, rule.value) ? [] : ["\(path): is no \(rule.value.compact)"]
      case "const": return value == rule.value ? [] : ["\(path): is not \(rule.value.compact)"]
      case "enum": return list(rule.value).contains(value) ? [] : ["\(path): is not in \(rule.value.compact)"]
      case "minimum": return number(value) < number(rule.value) ? ["\(path): too small"] : []
      case "maximum": return number(value) > number(rule.value) ? ["\(path): too large"] : []
      case "pattern", "maxLength": return matches(value, rule) ? [] : ["\(path): does not match"]
      case "items": return list(value).enumerated().flatMap { faults($1, rule.value, at: "\(path)[\($0)]") }
      case "minItems": return Double(list(value).count) < number(rule.value) ? ["\(path): too few"] : []
      case "maxItems": return Double(list(value).count) > number(rule.value) ? ["\(path): too many"] : []
      case "uniqueItems": return []
      case "required": return missing(value, rule.value, at: path)
      case "properties", "additionalProperties", "patternProperties": return []
      case _ where Self.annotations.contains(rule.key): return []
      default: return ["\(path): the keyword \(rule.key) is not checked"]
      }
    } + members(value, schema, at: path)
  }

  private func members(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
    let named = schema["properties"]
    let others = schema["additionalProperties"] ?? .bool(!(isClosed && named != nil))
    return value.members.flatMap { member -> [String] in
      let place = path + "/" + member.key
      if let property = named?[member.key] { return faults(member.value, property, at: place) }
      if case .bool(let isAllowed) = others { return isAllowed ? [] : ["\(place): not a known key"] }
      return faults(member.value, others, at: place)
    }
  }

  private func missing(_ value: JSONValue, _ keys: JSONValue, at path: String) -> [String] {
    guard case .object = value else { return [] }
    return list(keys).compactMap { key in
      guard case .text(let name) = key, value[name] == nil else { return nil }
      return "\(path): has no \(name)"
    }
  }

  private func choice(_ value: JSONValue, _ schemas: JSONValue, isExclusive: Bool, at path: String)
    -> [String]
  {
    let results = list(schemas).map { faults(value, $0, at: path) }
    let valid = results.filter(\.isEmpty).count
    if valid == 1 || (valid > 1 && !isExclusive) { return [] }
    return ["\(path): \(valid) of \(results.count) choices fit"] + results.flatMap { $0 }
  }

  private func definition(_ reference: String) -> JSONValue? {
    reference == "#" ? root : root["definitions"]?[String(reference.dropFirst("#/definitions/".count))]
  }

  private func isOfType(_ value: JSONValue, _ types: JSONValue) -> Bool {
    let names = list(types).isEmpty ? [types] : list(types)
    return names.contains { name in
      switch (name, value) {
      case (.text("null"), .null), (.text("boolean"), .bool), (.text("string"), .text): true
      case (.text("array"), .array), (.text("object"), .object), (.text("number"), .numeral): true
      case (.text("integer"), .numeral): number(value) == number(value).rounded()
      default: false
      }
    }
  }

  private func matches(_ value: JSONValue, _ rule: JSONValue.Member) -> Bool {
    guard case .text(let text) = value else { return true }
    if rule.key == "maxLength" { return Double(text.unicodeScalars.count) <= number(rule.value) }
    guard case .text(let pattern) = rule.value, let regex = try? Regex(pattern) else { return false }
    return text.contains(regex)
  }

  /// The number, or one that is in no one's way where there is none.
  private func number(_ value: JSONValue) -> Double {
    if case .numeral(let text) = value { Double(text) ?? .nan } else { .nan }
  }

  private func list(_ value: JSONValue) -> [JSONValue] {
    if case .array(let items) = value { items } else { [] }
  }
}
