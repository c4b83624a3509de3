import Review
import TrainingLoad
import TrainingPlan

/// A point as it is read.
struct PointText {
  private let point: Point
  private let report: Report

  init(_ point: Point, _ report: Report) {
    self.point = point
    self.report = report
  }

  /// Findings are numbered in the order of the review, so that links to them stay.
  private var id: String { "point-\(point.remarks[0].number)" }

  var html: HTML {
    HTML("article", ["class": "point " + point.level.rawValue, "aria-labelledby": id]) {
      HTML("header") {
        HTML("h4", ["id": id]) {
          HTML("span", ["class": "shape", "aria-hidden": "true"]) { point.level.shape }
          " " + point.title
        }
        HTML("p", ["class": "where"]) {
          HTML("span", ["class": "level"]) { point.level.word }
          place
        }
      }
      HTML("ul", ["class": "occasions", "role": "list"]) {
        for remark in point.remarks { text(of: remark) }
      }
      if let advice = sharedAdvice { HTML("div", ["class": "fix"]) { unfixed(point.remarks[0], advice) } }
      if report.isForCoach { ProofText(point).html } else { whom }
    }
  }

  private var place: String {
    let times = point.remarks.count > 1 ? "\(point.remarks.count) findings" : nil
    return [point.weeks, times].compactMap { $0 }.filter { !$0.isEmpty }.map { " · " + $0 }.joined()
  }

  private func text(of remark: Point.Remark) -> HTML {
    let finding = remark.finding
    return HTML("li", ["class": "finding", "id": "finding-\(remark.number)"]) {
      HTML("p", ["class": "when"]) { (finding.first...max(finding.first, finding.last)).inWords }
      HTML("div") {
        HTML("p", ["class": "what"]) { finding.message }
        if report.isForCoach {
          HTML("p", ["class": "sum"]) { finding.arithmetic }
          causes(finding)
        }
        if let provisional = finding.provisional { HTML("p", ["class": "provisional"]) { provisional } }
        if finding.level == .note {
          HTML("p") { finding.advice }
        } else if sharedAdvice == nil {
          HTML("div", ["class": "fix"]) { fix(remark) }
        }
      }
    }
  }

  /// What all findings of the point advise alike, where no change of the plan clears one of them.
  private var sharedAdvice: String? {
    let advice = point.remarks[0].finding.advice
    guard point.level > .note, point.remarks.count > 1 else { return nil }
    return point.remarks.allSatisfy { $0.fix == nil && $0.finding.advice == advice } ? advice : nil
  }

  @HTMLBuilder private func causes(_ finding: Finding) -> HTML {
    let sessions = report.schedule.sessions.filter { finding.sessions.contains($0.id) }
    if !sessions.isEmpty {
      let shown = sessions.prefix(4).map { "\($0.day.weekdayAndDate) \($0.title), \($0.minutes) min" }
      let more = sessions.count > 4 ? "; and \(sessions.count - 4) more" : ""
      HTML("p", ["class": "causes"]) {
        HTML("b") { sessions.count == 1 ? "Session:" : "Sessions:" }
        " " + shown.joined(separator: "; ") + more
      }
    }
  }

  /// The smallest change that clears the finding, or honestly that there is none.
  @HTMLBuilder private func fix(_ remark: Point.Remark) -> HTML {
    if let fix = remark.fix, fix.words.count == 1 {
      HTML("p") {
        HTML("b") { report.isForCoach ? "Smallest change:" : "Ask your coach about this:" }
        " " + fix.words[0]
      }
    } else if let fix = remark.fix {
      HTML("p") {
        if report.isForCoach {
          HTML("b") { "No single change clears this." }
          " Together these do:"
        } else {
          HTML("b") { "Ask your coach about these, together:" }
        }
      }
      HTML("ul") {
        for words in fix.words { HTML("li") { words } }
      }
    } else {
      unfixed(remark, remark.finding.advice)
    }
  }

  private func unfixed(_ remark: Point.Remark, _ advice: String) -> HTML {
    HTML("p") {
      HTML("b") {
        report.isForCoach && remark.isSearched
          ? "No single change of the plan clears this." : "What would help"
      }
      " " + advice
    }
  }

  private var whom: HTML {
    HTML("p", ["class": "ask"]) {
      point.isOfHip
        ? point.remarks[0].finding.ask : "Talk it over with your coach: how did the last weeks feel?"
    }
  }
}

/// Why a rule is there and how sure it is, said once for a point.
private struct ProofText {
  private let point: Point
  private let finding: Finding

  init(_ point: Point) {
    self.point = point
    finding = point.remarks[0].finding
  }

  var html: HTML {
    HTML("details", ["class": "proof"]) {
      HTML("summary") { "Why, and how sure" }
      HTML("dl") {
        item("Why") { finding.why }
        item("Evidence") { "\(finding.evidence.words.capitalisedFirst)\(grade)." }
        if let contested = finding.contested {
          item(finding.evidence == .contested ? "Contested" : "Still open") { contested }
        }
        if let waiver = finding.waiver {
          item("Waiver") { "Until \(waiver.until.inFull): \(waiver.reason)" }
        }
        item("Limit set by") { origins + ". " + change }
        item("Ask") { finding.ask }
        if !finding.sources.isEmpty { item("Sources") { sources } }
        item("Rule") { HTML("code") { finding.rule } }
      }
    }
  }

  private var grade: String {
    switch finding.evidence {
    case .contested, .agreement: ""
    default: " (grade \(finding.evidence.rawValue))"
    }
  }

  private var change: String { point.rule?.change ?? "" }

  /// Where the limits of the findings were set, each place once.
  private var origins: String {
    var places: [String] = []
    for place in point.remarks.map(\.finding.origin) where !places.contains(place) { places.append(place) }
    return places.joined(separator: ", ").capitalisedFirst
  }

  @HTMLBuilder private func item(_ name: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
    HTML("dt") { name }
    HTML("dd") { content() }
  }

  private var sources: HTML {
    HTML("ul") {
      for source in finding.sources {
        HTML("li") {
          source.text
          if let doi = source.doi {
            ". "
            HTML("a", ["href": "https://doi.org/" + doi, "rel": "noreferrer"]) { "doi:" + doi }
          }
        }
      }
    }
  }
}

extension String {
  /// With the capital of a sentence's beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
