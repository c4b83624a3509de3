public import PlanFiles
public import Review
public import TrainingPlan
import TrainingLoad
public import XML

/// plan.xml: a whole plan in Gradus' own XML, with sessions, their exposure, and what the review found.
///
/// Its schema is `Schemas.text(.planXML)`. What is written is valid against it; what is read must be.
public enum PlanXML {
  /// The namespace of the format's first version.
  static let namespace: StaticString = "urn:gradus:plan:1"

  /// What is written down.
  public struct Content: Sendable {
    let schedule: Schedule
    let problem: PlanProblem
    let reviewed: Reviewed
    let verdict: String
    let maker: String

    /// - Parameters:
    ///   - schedule: The plan's sessions.
    ///   - problem: The question that it answers; the athlete comes from it.
    ///   - reviewed: What the review says of it.
    ///   - verdict: The review in one sentence.
    ///   - maker: Name and version of the program.
    public init(
      schedule: Schedule, problem: PlanProblem, reviewed: Reviewed, verdict: String, maker: String
    ) {
      self.schedule = schedule
      self.problem = problem
      self.reviewed = reviewed
      self.verdict = verdict
      self.maker = maker
    }
  }

  /// A plan as XML. Equal plans give equal bytes.
  ///
  /// - Throws: `XMLError` of kind `invalid` where the plan holds what the schema does not allow.
  public static func bytes(_ content: Content) throws(XMLError) -> [UInt8] {
    var writer = PlanXMLWriter(content)
    let bytes = try writer.written()
    if let fault = try schema().faults(in: bytes).first { throw fault }
    return bytes
  }

  /// The schedule in a plan.xml. Findings and sums of weeks are not read: they follow from the rest.
  ///
  /// - Throws: `FileError` where the document is no XML, or not what the schema allows.
  public static func read(_ source: SourceFile) throws(FileError) -> Schedule {
    var reader: PlanXMLReader
    do throws(XMLError) {
      let limits = XMLReader.Limits(bytes: SourceFile.dataSizeLimit, depth: 16)
      if let fault = try schema().faults(in: source.bytes, limits: limits).first { throw fault }
      reader = PlanXMLReader(try XMLReader(source.bytes, limits: limits), file: source.name)
    } catch {
      throw FileError(error, in: source.name)
    }
    return try reader.schedule()
  }

  private static func schema() throws(XMLError) -> XMLSchema {
    try XMLSchema(Array(Schemas.text(.planXML).utf8), language: .xsd)
  }
}
