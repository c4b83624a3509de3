/// The JSON Schemas (draft-07) of the files that people and programs write and read.
public enum Schemas {
  /// A kind of file with a schema.
  public enum Kind: String, CaseIterable, Sendable {
    /// A plan file.
    case plan
    /// A limits file.
    case limits
    /// An athlete's check-ins.
    case checkIns = "check-ins"
    /// A problem, `plan-problem/1`.
    case problem
    /// A schedule, as a file and as `plan/1`.
    case schedule
    /// A review, `report/1`.
    case report
    /// What a plan has published, `ledger/1`.
    case ledger
  }

  /// The schema of a kind of file, JSON text.
  public static func text(_ kind: Kind) -> String {
    let bytes =
      switch kind {
      case .plan: EmbeddedData.planSchema
      case .limits: EmbeddedData.limitsSchema
      case .checkIns: EmbeddedData.checkInsSchema
      case .problem: EmbeddedData.problemSchema
      case .schedule: EmbeddedData.scheduleSchema
      case .report: EmbeddedData.reportSchema
      case .ledger: EmbeddedData.ledgerSchema
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
