import PlanFiles
import Testing
import TrainingLoad
import TrainingPlan

private let monday = CivilDay(number: 20_843)  // 2027-01-25

private let easy = SessionTemplate(
  id: "run-easy", title: "Easy run", sport: "run", family: "run", sRPE: 3, minMinutes: 20, maxMinutes: 90,
  hipPerMinute: 1,
  steps: [
    StepPattern(text: "Warm-up: easy jog", activity: "run_easy", share: 0.25, effort: 1.5),
    StepPattern(text: "Easy running", activity: "run_easy", share: 0.75, effort: 2.5),
  ])

private let sample = Schedule(
  planID: "sample", title: "Sample", problemID: "sample", start: monday,
  event: .init(id: "e", day: monday + 13, name: "Spring half", sport: "run", minutes: 118),
  weeks: [
    .init(index: 0, type: .load, phase: .base, why: ""),
    .init(index: 1, type: .taper, phase: .taper, why: ""),
  ],
  sessions: [
    Session(
      id: "s-1", day: monday + 1, of: easy, minutes: 40, why: "Keeps the legs \"used\" to it",
      startMinute: 1110),
    Session(
      id: "s-2", day: monday + 2, template: nil, title: "=HYPERLINK(\"x\")", sport: "core",
      family: "strength",
      minutes: 30, sRPE: 4.5, load: 100, hip: 10.333, relief: 21, isHard: true, plannedDay: monday + 3,
      isLocked: true),
    done,
  ])

private var done: Session {
  var session = Session(id: "s-3", day: monday + 8, of: easy, minutes: 30)
  session.isDone = true
  return session
}

private let spreadsheet = """
  \u{FEFF}date,weekday,week,phase,start,title,sport,minutes,srpe,load,hip,relief,hard,intense,long,template,steps,\
  why,locked,done,planned,family,rest_ok,id
  2027-01-26,Tue,1,base,18:30,Easy run,run,40,3,120,40,0,,,,run-easy,\
  "10 min Warm-up: easy jog (very easy)
  30 min Easy running (easy, full sentences)","Keeps the legs ""used"" to it",,,,run,,s-1
  2027-01-27,Wed,1,base,,"'=HYPERLINK(""x"")",core,30,4.5,100,10.33,21,yes,,,,,,yes,,2027-01-28,strength,,s-2
  2027-02-02,Tue,2,taper,,Easy run,run,30,3,90,30,0,,,,run-easy,\
  "8 min Warm-up: easy jog (very easy)
  22 min Easy running (easy, full sentences)",,,yes,,run,,s-3

  """

private let machine = """
  date,weekday,week,phase,start,title,sport,minutes,srpe,load,hip,relief,hard,intense,long,template,steps,\
  why,locked,done,planned,family,rest_ok,id
  2027-01-26,Tue,1,base,18:30,Easy run,run,40,3,120,40,0,,,,run-easy,\
  "[{""text"":""Warm-up: easy jog"",""minutes"":10,""effort"":""very easy""},\
  {""text"":""Easy running"",""minutes"":30,""effort"":""easy, full sentences""}]",\
  "Keeps the legs ""used"" to it",,,,run,,s-1
  2027-01-27,Wed,1,base,,"=HYPERLINK(""x"")",core,30,4.5,100,10.333,21,yes,,,,,,yes,,2027-01-28,strength,,s-2
  2027-02-02,Tue,2,taper,,Easy run,run,30,3,90,30,0,,,,run-easy,\
  "[{""text"":""Warm-up: easy jog"",""minutes"":8,""effort"":""very easy""},\
  {""text"":""Easy running"",""minutes"":22,""effort"":""easy, full sentences""}]",,,yes,,run,,s-3

  """

private func read(_ text: String, changing schedule: Schedule = sample) throws -> Schedule {
  try SessionTable.read(SourceFile(name: "s.csv", text: text), changing: schedule, templates: [easy])
}

/// A small table, and what becomes of it.
private let short = "date,title,minutes,template,srpe,load,hip,id\n"

@Suite struct SessionTableTests {
  @Test(arguments: [(SessionTable.Form.spreadsheet, spreadsheet), (.machine, machine)])
  func writes(form: SessionTable.Form, text: String) throws {
    let written = String(decoding: SessionTable.csv(sample, form: form), as: UTF8.self)
    // A line break within a cell is LF alone, one after a row CRLF.
    #expect(written.replacing("\r\n", with: "\n") == text)
    #expect(written.split(separator: "\r\n").count == 4)
    #expect(try read(written) == sample)
  }

  @Test func loadExposureAndStepsFollowTheMinutes() throws {
    let changed = try read(short + "2027-01-26,Easy run,50,run-easy,3,120,40,s-1\n")
    #expect(changed.sessions[0].minutes == 50 && changed.sessions[0].load == 150)
    #expect(changed.sessions[0].hip == 50 && changed.sessions[0].steps == easy.steps(lasting: 50))
    #expect(changed.sessions[0].why == sample.sessions[0].why && changed.sessions[0].startMinute == 1110)
  }

  @Test func whatTheTableSaysItselfDoesNotFollow() throws {
    let changed = try read(short + "2027-01-26,Easy run,50,run-easy,3,140,41,s-1\n")
    #expect(changed.sessions[0].load == 140 && changed.sessions[0].hip == 41)
  }

  @Test func aSessionMovedKeepsTheDayThatItWasPlannedOn() throws {
    var moved = try read("id,date,minutes\ns-1,2027-01-29,40\ns-2,2027-01-28,30\n")
    #expect(moved.sessions.map(\.id) == ["s-2", "s-1", "s-3"])
    #expect(moved.sessions[1].plannedDay == monday + 1)
    // Back on its first day, it was never moved.
    #expect(moved.sessions[0].plannedDay == nil)
    moved = try read("id,date,minutes\ns-1,2027-01-26,40\ns-2,2027-01-28,30\n", changing: moved)
    #expect(moved.sessions[0].plannedDay == nil)
  }

  @Test func rowsComeAndGo() throws {
    let changed = try read(
      "date,title,minutes,template,sport,srpe\n2027-01-30,,35,run-easy,,\n2027-01-30,Club,60,,kite,5\n")
    let (first, second) = (changed.sessions[0], changed.sessions[1])
    #expect(first.template == "run-easy" && first.title == "Easy run" && first.load == 105)
    #expect(second.title == "Club" && second.family == "kite" && second.load == 300 && second.hip == 0)
    // What was done stays; what has no row is gone.
    #expect(changed.sessions.map(\.id).dropFirst(2) == ["s-3"])
    #expect(Set(changed.sessions.map(\.id)).count == 3)
  }

  @Test func newRowsReadTwiceAreTheSameSessions() throws {
    let text =
      SessionTable.csv(sample)
      + Array("2027-01-30,,,,,,,35,,,,,,,,run-easy\r\n2027-01-30,,,,,,,35,,,,,,,,run-easy\r\n".utf8)
    let source = SourceFile(name: "s.csv", bytes: text)
    let once = try SessionTable.read(source, changing: sample, templates: [easy])
    #expect(once.sessions.count == 5)
    #expect(try SessionTable.read(source, changing: once, templates: [easy]) == once)
  }

  @Test func aTemplateSwappedBringsItsOwn() throws {
    let changed = try read("date,minutes,template,id\n2027-01-27,30,run-easy,s-2\n")
    let session = changed.sessions[0]
    #expect(session.id == "s-2" && session.title == "Easy run" && session.load == 90 && session.isLocked)
  }

  @Test func formulasAreTextInSpreadsheetsAndRawForMachines() throws {
    let attacks = [
      "=1+1", "+1", "-1", "@SUM(A1)", " =1", "\u{A0}=1", "\u{200B}=1", "＝1", "＋1", "－1", "＠1", "'=1", "''@x",
      "a\n=1",
    ]
    for attack in attacks {
      var schedule = sample
      schedule.sessions[0].why = attack
      for form in SessionTable.Form.allCases {
        let bytes = SessionTable.csv(schedule, form: form)
        let cell = try #require(
          Rewritten.rows(String(decoding: bytes, as: UTF8.self))[1].first { $0.hasSuffix(attack) })
        #expect(cell == (form == .spreadsheet || attack.hasPrefix("'") ? "'" + attack : attack))
        let back = try SessionTable.read(
          SourceFile(name: "s", bytes: bytes), changing: Schedule(without: schedule))
        #expect(back.sessions[0].why == (attack.hasPrefix(" ") || attack.hasPrefix("\u{A0}") ? "=1" : attack))
      }
    }
  }
}

extension Schedule {
  /// The schedule without its sessions.
  fileprivate init(without schedule: Schedule) {
    self = schedule
    sessions = []
  }
}

/// Tables that must be refused, and the fault that each must name.
private let refused: [(String, String)] = [
  ("", "s.csv:1:1: the file is empty"),
  ("date,titel,minutes\n", "s.csv:1:6: the column \"titel\" is not known; expected one of weekday"),
  ("date,date,minutes\n", "s.csv:1:6: the column \"date\" is here twice"),
  ("date,sport\n", "s.csv:1:1: the column \"minutes\" is missing"),
  (
    short + "26.01.2027,a,40,,,,,s-1\n",
    "s.csv:2:1: \"date\" is \"26.01.2027\"; expected a date as YYYY-MM-DD; give"
  ),
  (
    short + "2027-02-30,a,40,,,,,s-1\n",
    "s.csv:2:1: \"date\" is \"2027-02-30\"; expected a date as YYYY-MM-DD"
  ),
  (short + "2027-01-26,a,forty,,,,,s-1\n", "s.csv:2:14: \"minutes\" is \"forty\"; expected a whole number"),
  (short + "2027-01-26,,40,,,,,s-1\n", "s.csv:2:12: \"title\" is empty"),
  (short + ",a,40,,,,,s-1\n", "s.csv:2:1: \"date\" is empty"),
  (
    short + "2027-01-26,a,40,run-esay,3,,,\n",
    "s.csv:2:17: \"template\" is \"run-esay\"; expected one of run-easy; did you"
  ),
  (short + "2027-01-26,a,40,,11,,,s-1\n", "s.csv:2:18: \"srpe\" is \"11\"; expected a number from 0 to 10"),
  (short + "2027-01-26,a,40,,3,\"1,234\",,s-1\n", "s.csv:2:20: \"load\" is \"1,234\"; expected a number"),
  (short + "2027-01-26,a,40,,3,-5,,s-1\n", "s.csv:2:20: \"load\" is \"-5\"; expected a number from 0"),
  (short + "2027-01-26,a,40,,3,4,5,6,s-1\n", "s.csv:2:26: this row has 9 cells; expected 8"),
  (
    short + "2027-01-26,a,40,,3,4,5,s-1\n2027-01-26,a,40,,3,4,5,s-1\n",
    "s.csv:3:24: two rows have the id \"s-1\""
  ),
  (
    short + "2027-02-02,Easy run,35,run-easy,3,90,30,s-3\n",
    "s.csv:2:21: this session was done, so nothing changes it"
  ),
  (short + "2027-01-26,a,40,,3,4,5,../x\n", "s.csv:2:24: \"id\" is \"../x\"; expected a name"),
  (short + "2027-01-26,\"a,40\n", "s.csv:2:12: this text has no end; expected a closing double quote"),
  (short + "2027-01-26,a\"b,40\n", "s.csv:2:13: a quote stands inside a cell"),
  (
    "date,minutes,hard,id\n2027-01-26,40,perhaps,s-1\n",
    "s.csv:2:15: \"hard\" is \"perhaps\"; expected yes, no"
  ),
  (
    "date,minutes,start,id\n2027-01-26,40,25:00,s-1\n",
    "s.csv:2:15: \"start\" is \"25:00\"; expected a time as HH:MM"
  ),
  (
    "date,minutes,steps,id\n2027-01-26,40,run,s-1\n",
    "s.csv:2:15: \"steps\" is \"run\"; expected a step a line"
  ),
  ("date,minutes,steps,id\n2027-01-26,40,[1],s-1\n", "s.csv:2:15: \"steps\" is no list of steps as JSON"),
  ("\u{FEFF}\u{FEFF}date,minutes\n", "s.csv:1:1: the file begins with a byte order mark"),
  ("date,minutes\n2027-01-26,40\u{0}\n", "s.csv:2:14: a NUL byte is in the text"),
]

@Suite struct HostileSessionTableTests {
  @Test(arguments: refused)
  func namesTheFault(text: String, error: String) throws {
    let caught = #expect(throws: FileError.self) { try read(text) }
    #expect(caught?.description.hasPrefix(error) == true, "\(caught?.description ?? "")")
  }

  @Test func namesTheFaultsOfAllRows() throws {
    let caught = #expect(throws: FileError.self) {
      try read(short + "x,a,40,,3,,,\n2027-01-26,Easy run,40,run-easy,3,,,s-1\n2027-01-27,a,-4,,3,,,s-2\n")
    }
    #expect(caught?.faults.map(\.mark?.line) == [2, 4])
  }

  @Test(
    arguments: [
      ("26.01.2027", "2027-01-26"), ("26.1.27", "2027-01-26"), ("26/01/2027", "2027-01-26"),
      ("1/26/2027", "2027-01-26"),
      ("2027/1/26", "2027-01-26"), ("46413", "2027-01-26"), ("03/04/2027", nil), ("99.99.2027", nil),
      ("soon", nil),
    ] as [(String, String?)])
  func suggestsTheDayThatWasMeant(text: String, day: String?) throws {
    let caught = #expect(throws: FileError.self) { try read("date,minutes,id\n\(text),40,s-1\n") }
    #expect(caught?.faults.first?.suggestion == day)
  }

  @Test func aHugeTableIsRefused() {
    let file = SourceFile(name: "s.csv", bytes: Array(repeating: 0x2C, count: 16_000_001))
    #expect(throws: FileError.self) { try SessionTable.read(file, changing: sample) }
  }

  @Test func everyCutAndEveryBrokenByteIsReadOrRefused() throws {
    let whole = SessionTable.csv(sample)
    for count in stride(from: 0, to: whole.count, by: 7) {
      _ = try? SessionTable.read(SourceFile(name: "s", bytes: Array(whole[..<count])), changing: sample)
      var broken = whole
      broken[count] = UInt8(truncatingIfNeeded: count &* 31)
      _ = try? SessionTable.read(SourceFile(name: "s", bytes: broken), changing: sample)
    }
  }

  @Test func toldFromATrainingLog() {
    #expect(SessionTable.isTable(SourceFile(name: "s", bytes: SessionTable.csv(sample))))
    #expect(SessionTable.isTable(SourceFile(name: "s", text: "Title;Date;Minutes\n")))
    #expect(!SessionTable.isTable(SourceFile(name: "s", text: "date,sport,minutes,rpe\n")))
    #expect(!SessionTable.isTable(SourceFile(name: "s", text: "gradus: 1\n")))
  }
}
