/// What a coach can choose from: activities, session templates and the support-work library.
public struct Catalogue: Equatable, Sendable {
  /// The activity rows, in the order of the data.
  public var activities: [Activity]
  /// The linked rows of the compendium, in the order of the data.
  public var compendium: [CompendiumEntry]
  /// The kinds of session, in the order of the data.
  public var entries: [CatalogueEntry]
  /// The support-work library, in the order of the data.
  public var routines: [Routine]

  /// A catalogue of the given parts; ids are unique in each.
  public init(
    activities: [Activity], compendium: [CompendiumEntry], entries: [CatalogueEntry], routines: [Routine]
  ) {
    self.activities = activities
    self.compendium = compendium
    self.entries = entries
    self.routines = routines
  }

  /// The activity row with the id, for example `run_easy`.
  public func activity(_ id: String) -> Activity? { activities.first { $0.id == id } }

  /// The kind of session with the id, for example `run-long`.
  public func entry(_ id: String) -> CatalogueEntry? { entries.first { $0.id == id } }

  /// The movement with the id, for example `constructive-rest`.
  public func routine(_ id: String) -> Routine? { routines.first { $0.id == id } }
}
