import PlanFiles
import Testing
import TrainingLoad

/// Reads `v` of a one-line document.
private func value<T>(_ text: String, _ read: (Field) throws -> T) throws -> T {
  var keys = try MappingReader(SourceFile(name: "f", text: "v: \(text)\n").document())
  return try read(keys.required("v"))
}

private func refusal(_ text: String, _ read: (Field) throws -> some Any) -> String {
  do {
    return "read as \(try value(text, read))"
  } catch {
    return "\(error)"
  }
}

@Suite struct FieldTests {
  @Test(arguments: [
    ("45m", 45), ("50min", 50), ("2h", 120), ("1h30m", 90), ("1h58m", 118), ("90m", 90), ("0m", 0),
    ("\"1h05min\"", 65),
  ])
  func readsLengths(text: String, minutes: Int) throws {
    #expect(try value(text) { try $0.minutes() } == minutes)
  }

  @Test(arguments: [
    ("1:30", "did you mean \"1h30m\"?"), ("90", "did you mean \"90m\"?"), ("1.5h", "1h30m"),
    ("1h90m", "such as 45m"), ("h", "such as 45m"), ("m", "such as 45m"), ("-5m", "such as 45m"),
    ("99999999999999999999h", "such as 45m"), ("1h 30m", "such as 45m"), ("~", "\"v\" is empty"),
    ("[45m]", "\"v\" is a list"),
  ])
  func refusesLengths(text: String, words: String) {
    let message = refusal(text) { try $0.minutes() }
    #expect(message.contains(words), "\(message)")
  }

  @Test func yamlsTrapsDoNotBite() throws {
    #expect(refusal("1:30") { try $0.int() }.hasPrefix("f:1:4: \"v\" is \"1:30\"; expected a whole number"))
    for text in ["010", "0x1F", "0o17", "1_000", "+5", "1e3", "5.5", "\"5\"", ".inf", "99999999999999999999"]
    {
      #expect(refusal(text) { try $0.int() }.hasPrefix("f:1:4:"), "\(text)")
    }
    for text in ["010", ".5", "5.", ".inf", "-.inf", ".nan", "1e999", "0x1p3", "1,5", "\"5\"", "nan"] {
      #expect(refusal(text) { try $0.double() }.hasPrefix("f:1:4:"), "\(text)")
    }
    for text in ["yes", "no", "on", "off", "True", "1", "\"true\""] {
      #expect(refusal(text) { try $0.bool() }.hasPrefix("f:1:4:"), "\(text)")
    }
    for text in ["no", "010", "1:30", "2027-01-01"] { #expect(try value(text) { try $0.text() } == text) }
  }

  @Test func readsNumbers() throws {
    #expect(try value("-12") { try $0.int() } == -12)
    #expect(try value("45.0") { try $0.int() } == 45)
    #expect(try value("-0.5") { try $0.double() } == -0.5)
    #expect(try value("1e3") { try $0.double() } == 1000)
    #expect(try value("0.1") { try $0.double() } == 0.1)
  }

  @Test(arguments: [("2028-02-29", 21_243), ("\"1970-01-01\"", 0)])
  func readsDays(text: String, number: Int) throws {
    #expect(try value(text) { try $0.day() } == CivilDay(number: number))
  }

  @Test(arguments: [
    ("2027-02-29", "there is no day 2027-02-29; expected a day from 01 to 28"),
    ("2027-13-01", "there is no day 2027-13-01; expected a month from 01 to 12"),
    ("0000-01-01", "there is no day 0000-01-01"), ("2027-1-1", "expected a date as YYYY-MM-DD"),
    ("20270101", "expected a date as YYYY-MM-DD"), ("2027-01-01T00:00", "expected a date as YYYY-MM-DD"),
  ])
  func refusesDays(text: String, words: String) {
    #expect(refusal(text) { try $0.day() }.contains(words))
  }

  @Test func readsTimesAndShares() throws {
    #expect(try value("07:30") { try $0.minuteOfDay() } == 450)
    #expect(try value("\"23:59\"") { try $0.minuteOfDay() } == 1439)
    for text in ["24:00", "7:30", "07:60", "0730", "07:30:00", "-1:30"] {
      #expect(refusal(text) { try $0.minuteOfDay() }.contains("expected a time as HH:MM"), "\(text)")
    }
    #expect(try value("70%") { try $0.share() } == 0.7)
    #expect(try value("12.5 %") { try $0.share() } == 0.125)
    #expect(try value("0.7") { try $0.share() } == 0.7)
    for text in ["70", "101%", "-1%", "\"%\"", "\"0.7\"", "x%"] {
      #expect(refusal(text) { try $0.share() }.contains("expected a share"), "\(text)")
    }
    #expect(try value("9h") { try $0.hours() } == 9)
    #expect(try value("9h30m") { try $0.hours() } == 9.5)
  }

  @Test func namesTheNearestWord() {
    #expect(NearestWord.of("mins", among: ["minutes", "template"]) == "minutes")
    #expect(NearestWord.of("hrad", among: ["long", "hard"]) == "hard")
    #expect(NearestWord.of("Mon", among: ["sun", "mon"]) == "mon")
    #expect(NearestWord.of("D", among: ["A", "B"]) == nil)
    #expect(NearestWord.of("swimming", among: ["run", "bike"]) == nil)
    #expect(NearestWord.of("", among: ["a"]) == nil)
    #expect(NearestWord.of("x", among: []) == nil)
  }

  @Test func listsEveryUnknownKey() throws {
    var keys = try MappingReader(
      SourceFile(name: "ä.yaml", text: "ägypten: 1\nnmae: x\nborn: 1988\n").document())
    _ = (keys.optional("name"), keys.optional("born"))
    let error = #expect(throws: FileError.self) { try keys.finish() }
    #expect(
      error?.description == """
        ä.yaml:1:1: the key "ägypten" is not known here; expected one of name, born
        ä.yaml:2:1: the key "nmae" is not known here; expected one of name, born; did you mean "name"?
        """)
  }

  @Test(arguments: ["../etc", "a/b", "a\\\\b", ".hidden", "\"a\\nb\"", "\" \"", "\"\\x07\""])
  func refusesNamesThatLeaveTheFolder(text: String) {
    #expect(refusal(text) { try $0.identifier() }.hasPrefix("f:1:4:"))
  }
}
