import PlanFiles
import TrainingPlan
import Testing

@Suite struct ActivityDataTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try CatalogueFile.standard() }

  @Test func everyRowIsThereOnce() {
    #expect(catalogue.activities.count == 62)
    #expect(Set(catalogue.activities.map(\.id)).count == 62)
    #expect(catalogue.compendium.count == 93)
    #expect(Set(catalogue.compendium.map(\.code)).count == 93)
  }

  @Test func hipUnitsFollowFromTheFormula() {
    for row in catalogue.activities {
      let exact = row.cyclesPerMinute * row.relativeIntensity * row.tensionSeconds / 25.5
      #expect(abs(row.hipPerMinute - exact) <= 0.005 + 1e-9, "\(row.id): \(exact)")
      #expect(abs(row.hipPerMinute * 100 - (row.hipPerMinute * 100).rounded()) < 1e-9, "\(row.id)")
    }
    #expect(catalogue.activity("run_easy")?.hipPerMinute == 1)
  }

  @Test func classesFitTheNumbers() {
    for row in catalogue.activities {
      switch row.kind {
      case .flexion, .resisted: #expect(row.hipPerMinute > 0, "\(row.id)")
      case .held: #expect(row.staticFraction > 0 && row.hipPerMinute == 0, "\(row.id)")
      case .extension, .lengthening, .release: #expect(row.reliefFraction >= 0.5, "\(row.id)")
      case .neutral: break
      }
      #expect(row.staticFraction + row.reliefFraction <= 1, "\(row.id)")
      #expect(!row.reason.isEmpty)
    }
  }

  @Test func measuredRowsAreThoseOfTheSurvey() {
    let measured = catalogue.activities.filter {
      $0.evidence == .measured || $0.evidence == .measuredAndAdjusted
    }
    #expect(
      measured.map(\.id) == [
        "cycle_upright", "cycle_aero", "cycle_sprint", "situp_free", "situp_held", "curlup", "leg_raise",
        "squat",
        "pushup", "side_plank",
      ])
  }

  @Test func compendiumRowsHaveCodesAndLinks() {
    for row in catalogue.compendium {
      #expect(row.code.count == 5 && row.code.allSatisfy(\.isNumber), "\(row.code)")
      if let hip = row.hip { #expect(catalogue.activity(hip) != nil, "\(row.code)") }
    }
    #expect(catalogue.compendium.filter { $0.hip == nil }.map(\.code) == ["07040"])
    // Values of the 2024 edition that circulating copies get wrong (2011: 9.8 and 4.3).
    #expect(catalogue.compendium.first { $0.code == "12050" }?.met == 9.3)
    #expect(catalogue.compendium.first { $0.code == "17200" }?.met == 4.8)
  }
}

@Suite struct RoutineDataTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try CatalogueFile.standard() }

  /// The hold times that the articles give; every other movement says "ask your coach".
  private static let given = [
    "hip-flexor-lunge": "10-30 s a side", "pigeon": "10-30 s a side", "cobra": "10-30 s",
    "edge-of-bed-floor": "60 s or more a side", "edge-of-bed-side": "60 s or more a side",
    "edge-of-bed-end": "60 s or more a side", "constructive-rest": "10-20 min",
    "legs-on-chair": "5 min or more", "knees-together-rest": "5 min or more",
    "figure-four-rest": "5 min or more",
  ]

  @Test func holdTimesAreThoseOfTheArticles() {
    for routine in catalogue.routines {
      #expect(routine.dose.words == Self.given[routine.id] ?? "ask your coach", "\(routine.id)")
    }
    #expect(Set(Self.given.keys).isSubset(of: Set(catalogue.routines.map(\.id))))
  }

  @Test func everyRoutineNamesItsArticlesAndWhenToStop() {
    #expect(Set(catalogue.routines.map(\.id)).count == catalogue.routines.count)
    for routine in catalogue.routines {
      #expect(!routine.articles.isEmpty, "\(routine.id)")
      #expect(routine.stopRule.contains("Stop if a movement causes or increases pain"))
      if let row = routine.activity { #expect(catalogue.activity(row) != nil, "\(routine.id)") }
      #expect(!routine.how.contains { $0.isNumber }, "\(routine.id): a dose hides in the text")
    }
    for track in Routine.Track.allCases {
      #expect(catalogue.routines.filter { $0.tracks.contains(track) }.count >= 5, "\(track)")
    }
  }

  @Test func theWeakTrackDoesNotStretch() {
    let weak = catalogue.routines.filter { $0.tracks.contains(.weak) }
    #expect(weak.allSatisfy { $0.kind != .stretch })
  }
}
