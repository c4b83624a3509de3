import TrainingPlan

/// Reads the `rules` of a limits file by the vocabulary.
struct LimitsReader {
  /// The sports and families that numbers may be given for.
  let names: [String]

  /// What a mapping of rules says: `weekly-rise: { max: 8% }`, or `monotony: watches`.
  func settings(_ field: Field) throws(FileError) -> LimitSettings {
    var reader = try MappingReader(field)
    var settings = LimitSettings()
    for rule in LimitVocabulary.rules {
      guard let value = reader.optional(rule.id) else { continue }
      settings.rules[rule.id] = try setting(value, of: rule)
    }
    try reader.finish()
    return settings
  }

  private func setting(_ field: Field, of rule: LimitVocabulary.Rule) throws(FileError)
    -> LimitSettings.Setting
  {
    var setting = LimitSettings.Setting(origin: "\(field.file):\(field.mark.line)")
    guard rule.isOptional || (field.isMapping && !rule.keys.isEmpty) else {
      let expected = rule.keys.isEmpty ? "no setting for it" : "its numbers"
      throw field.error("the rule \"\(rule.id)\" always holds", expected: expected)
    }
    guard field.isMapping else {
      setting.effect = try field.word(RulePolicy.Effect.self)
      return setting
    }
    var reader = try MappingReader(field)
    if rule.isOptional {
      setting.effect = try reader.optional("effect").map { field throws(FileError) in try field.word() }
    }
    for key in rule.keys {
      guard let value = reader.optional(key.name) else { continue }
      try read(value, as: key.unit, under: key.name, into: &setting.values)
    }
    if let unit = rule.perName {
      for name in names {
        guard let value = reader.optional(name) else { continue }
        try read(value, as: unit, under: name, into: &setting.values)
      }
    }
    try reader.finish()
    return setting
  }

  private func read(
    _ field: Field, as unit: LimitVocabulary.Unit, under name: String,
    into values: inout [String: LimitSettings.Value]
  ) throws(FileError) {
    switch unit {
    case .count(let range): values[name] = .number(Double(try field.int(in: range)))
    case .number(let range): values[name] = .number(try field.double(in: range))
    case .share: values[name] = .number(try field.share())
    case .shares: values[name] = .numbers(try shares(field, count: 1...4))
    case .shareBounds: values[name] = .numbers(try bounds(field))
    case .minutes: values[name] = .number(Double(try field.minutes()))
    case .word(let words): values[name] = .word(try field.word(among: words))
    case .byName(let unit):
      var reader = try MappingReader(field)
      for key in names {
        guard let value = reader.optional(key) else { continue }
        try read(value, as: unit, under: "\(name).\(key)", into: &values)
      }
      try reader.finish()
    case .sportCap:
      var reader = try MappingReader(field)
      for cap in LimitVocabulary.sportCaps {
        guard let value = reader.optional(cap.name) else { continue }
        try read(value, as: cap.unit, under: "\(name).\(cap.name)", into: &values)
      }
      try reader.finish()
    }
  }

  private func shares(_ field: Field, count: ClosedRange<Int>) throws(FileError) -> [Double] {
    let items = try field.items()
    guard count.contains(items.count) else {
      let expected = count.count == 1 ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
      throw field.wrong(expected: "\(expected) shares, such as [60%, 80%]")
    }
    var shares: [Double] = []
    for item in items { shares.append(try item.share()) }
    return shares
  }

  private func bounds(_ field: Field) throws(FileError) -> [Double] {
    let shares = try shares(field, count: 2...2)
    guard shares[0] <= shares[1] else { throw field.wrong(expected: "the smaller share first") }
    return shares
  }
}
