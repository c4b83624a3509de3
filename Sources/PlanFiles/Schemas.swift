/// The schemas of the files that people and programs write and read: JSON Schemas (draft-07), and an XML Schema.
public enum Schemas {
  /// A kind of file with a schema.
  public enum Kind: String, CaseIterable, Sendable {
    /// A plan file.
    case plan
    /// A limits file.
    case limits
    /// An athlete's check-ins.
    case checkIns = "check-ins"
    /// plan.xml, a W3C XML Schema; the others are JSON Schemas.
    case planXML = "plan-xml"
    /// A problem, `plan-problem/1`.
    case problem
    /// A schedule, as a file and as `plan/1`.
    case schedule
    /// How good a schedule is, `proof/1`.
    case proof
    /// A review, `report/1`.
    case report
    /// What a plan has published, `ledger/1`.
    case ledger
  }

  /// The schema of a kind of file: JSON text, or XML where it is that of plan.xml.
  public static func text(_ kind: Kind) -> String {
    let bytes =
      switch kind {
      case .plan: EmbeddedData.planSchema
      case .limits: EmbeddedData.limitsSchema
      case .checkIns: EmbeddedData.checkInsSchema
      case .planXML: EmbeddedData.planXMLSchema
      case .problem: EmbeddedData.problemSchema
      case .schedule: EmbeddedData.scheduleSchema
      case .proof: EmbeddedData.proofSchema
      case .report: EmbeddedData.reportSchema
      case .ledger: EmbeddedData.ledgerSchema
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
