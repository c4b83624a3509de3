public import TrainingPlan

/// The rule book that ships with Gradus.
public enum RuleBookFile {
  /// Every rule with its meaning, defaults, evidence and sources, read once.
  ///
  /// - Throws: `FileError` where the embedded data are faulty, which the tests rule out.
  public static func standard() throws(FileError) -> RuleBook { try shipped.get() }

  private static let shipped = Result { () throws(FileError) in try readShipped() }

  private static func readShipped() throws(FileError) -> RuleBook {
    let document = try CatalogueFile.embedded("rules.json", EmbeddedData.rules)
    return RuleBook(
      rules: try CatalogueFile.rows("rules", in: document).map { row throws(FileError) in
        try RuleDescription(row)
      })
  }
}

extension RuleDescription {
  fileprivate init(_ field: Field) throws(FileError) {
    var reader = try MappingReader(field)
    self.init(
      id: try reader.required("id").slug(), title: try reader.required("title").line(),
      meaning: try reader.required("meaning").line(), formula: try reader.required("formula").line(),
      usual: try reader.required("default").line(),
      numbers: try reader.optional("numbers")?.items("numbers")
        .map { number throws(FileError) in try Number(number) } ?? [],
      effect: try reader.required("effect").word(), keys: try reader.optional("keys")?.lines() ?? [],
      audit: try reader.optional("audit")?.lines() ?? [],
      science: try reader.optional("science")?.lines() ?? [],
      evidence: try reader.required("evidence").word(),
      sources: try reader.required("sources").items("sources")
        .map { source throws(FileError) in try Source(source) },
      contested: try reader.optional("contested")?.line(), change: try reader.required("change").line(),
      refer: try reader.optional("refer")?.lines() ?? [])
    try reader.finish()
  }
}

extension RuleDescription.Number {
  fileprivate init(_ field: Field) throws(FileError) {
    var reader = try MappingReader(field)
    self.init(
      name: try reader.required("name").line(), value: try reader.required("value").double(),
      unit: try reader.required("unit").line())
    try reader.finish()
  }
}

extension RuleDescription.Source {
  fileprivate init(_ field: Field) throws(FileError) {
    var reader = try MappingReader(field)
    self.init(text: try reader.required("text").line(), doi: try reader.optional("doi")?.line())
    try reader.finish()
  }
}

extension Field {
  fileprivate func lines() throws(FileError) -> [String] {
    try items().map { item throws(FileError) in try item.line() }
  }
}
