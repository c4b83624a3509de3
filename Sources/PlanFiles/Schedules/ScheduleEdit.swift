import TrainingLoad
public import TrainingPlan

extension ScheduleFile {
  /// A schedule file with other sessions: only the lines of sessions that differ are written anew. Everything else
  /// stays as it stands in the file, comments and layout too.
  ///
  /// A session that moves to another day takes its place among the sessions of that day, with the comment that
  /// stands directly above it. A comment that an empty line parts from the session below stays where it is.
  ///
  /// - Parameters:
  ///   - source: A schedule file.
  ///   - schedule: What it is to say; it differs from the file in its sessions only.
  /// - Returns: The bytes of the file.
  /// - Throws: `FileError` where the source is no such file, where a comment would be lost, or where the file is
  ///   laid out in another way than one session an item of a list.
  public static func text(_ source: SourceFile, becoming schedule: Schedule) throws(FileError) -> [UInt8] {
    let listed = try ListedSessions(source)
    let text = try listed.text(becoming: schedule)
    let written = SourceFile(name: source.name, bytes: text)
    guard let edited = try? read(written).schedule, edited.byID == schedule.byID,
      edited.rest == schedule.rest,
      (try? CommentTree(written))?.texts.sorted() == listed.comments.texts.sorted()
    else { throw listed.otherLayout(at: 1) }
    return text
  }
}

extension Schedule {
  fileprivate var byID: [String: Session] {
    Dictionary(sessions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// All but the sessions.
  fileprivate var rest: Schedule {
    var rest = self
    rest.sessions = []
    return rest
  }
}

/// The sessions of a schedule file and the lines that they stand on.
private struct ListedSessions {
  private typealias Line = ArraySlice<UInt8>

  let comments: CommentTree
  private let file: String
  private let lines: [Line]
  private let items: [Item]
  /// The line of the key `sessions`, from 0.
  private let head: Int

  private struct Item {
    let session: Session
    let hasID: Bool
    let comments: CommentTree
    /// The first line of the comment directly above it; its own first line where there is none.
    let first: Int
    /// Its own lines, from 0.
    let lines: Range<Int>
  }

  init(_ source: SourceFile) throws(FileError) {
    file = source.name
    comments = try CommentTree(source)
    lines = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let document = try source.document(sizeLimit: SourceFile.dataSizeLimit)
    var keys = try MappingReader(document)
    try ScheduleFile.requireFile(try keys.required("schema"), to: "changed in its place")
    var list = SessionList(planID: try keys.required("plan").identifier(), isStrict: true)
    let fields = try keys.required("sessions").items("a session")
    for field in fields {
      var session = try MappingReader(field)
      try list.add(&session, day: try session.required("date").day())
    }
    let starts = try document.entries().map { (key: $0.key, line: $0.mark.line - 1) }
    head = starts.first { $0.key == "sessions" }?.line ?? 0
    let after = starts.first { [head] in $0.line > head }?.line ?? lines.count
    let notes = comments.lineNumbers
    items = zip(fields.indices, fields).map { [comments, lines] index, field in
      let first = field.mark.line - 1
      let own = comments[.key("sessions")][.item(index)]
      let inside = own.inside.lineNumbers
      var end = index + 1 < fields.count ? fields[index + 1].mark.line - 1 : after
      while end > first + 1, lines[end - 1].isBlank || (notes.contains(end) && !inside.contains(end)) {
        end -= 1
      }
      var above = first
      for comment in own.above.reversed() where comment.number == above { above -= 1 }
      let hasID =
        if case .mapping(let entries) = field.node.content { entries.contains { $0.key == "id" } } else {
          false
        }
      return Item(
        session: list.asListed[index], hasID: hasID, comments: own, first: above, lines: first..<end)
    }
  }

  /// The file with other sessions.
  func text(becoming schedule: Schedule) throws(FileError) -> [UInt8] {
    for item in items where !lines[item.lines.lowerBound].isItem {
      throw otherLayout(at: item.lines.lowerBound + 1)
    }
    let blocks = try blocks(becoming: schedule)
    var result = Array(lines[..<(items.first?.first ?? head + 1)])
    if blocks.isEmpty != items.isEmpty { result[head] = try listHead(isEmpty: blocks.isEmpty) }
    // What stands before an item and does not go with it stays before what comes next.
    var passed = 0
    for block in blocks {
      if let index = block.item {
        for item in passed...index { result += gap(before: item) }
        passed = index + 1
      }
      result += block.lines
    }
    for item in passed..<max(passed, items.count) { result += gap(before: item) }
    result += lines[(items.last?.lines.upperBound ?? head + 1)...]
    return Array(result.joined(separator: [0x0A]))
  }

  /// A session of the new list.
  private struct Block {
    let id: String
    /// The item that it is; nil where it is new or comes from elsewhere in the list.
    let item: Int?
    let lines: [Line]
  }

  /// The new list: what stays on its day in the order of the file, and between it, after the session that comes
  /// before it in the schedule, what does not.
  private func blocks(becoming schedule: Schedule) throws(FileError) -> [Block] {
    let wanted = schedule.byID
    let old = Dictionary(items.map { ($0.session.id, $0) }, uniquingKeysWith: { first, _ in first })
    // A session without an id is named by its place in the list: it needs one where that changes.
    let isReordered =
      wanted.count != items.count || items.contains { wanted[$0.session.id]?.day != $0.session.day }
    var blocks: [Block] = []
    for (index, item) in items.enumerated() {
      guard let session = wanted[item.session.id] else {
        try refuseComments(in: item)
        continue
      }
      guard session.day == item.session.day else { continue }
      let lines = self.lines(of: session, from: item, isReordered: isReordered)
      blocks.append(Block(id: session.id, item: index, lines: lines))
    }
    var placed = Set(blocks.map(\.id))
    for (place, session) in schedule.sessions.enumerated() where placed.insert(session.id).inserted {
      let before = place > 0 ? blocks.firstIndex { $0.id == schedule.sessions[place - 1].id } : nil
      let lines =
        old[session.id].map { self.lines(of: session, from: $0, isReordered: isReordered) }
        ?? written(session, CommentTree())
      blocks.insert(Block(id: session.id, item: nil, lines: lines), at: before.map { $0 + 1 } ?? 0)
    }
    return blocks
  }

  /// An item with the comment above it, as it stands where nothing about it changes.
  private func lines(of session: Session, from item: Item, isReordered: Bool) -> [Line] {
    let above = lines[item.first..<item.lines.lowerBound]
    let isSame = session == item.session && (item.hasID || !isReordered)
    return above + (isSame ? Array(lines[item.lines]) : written(session, item.comments.inside))
  }

  /// A session as an item, indented like the others.
  private func written(_ session: Session, _ comments: CommentTree) -> [Line] {
    let indent = items.first.map { lines[$0.lines.lowerBound].prefix { $0 == 0x20 } } ?? [0x20, 0x20]
    return session.fileLines(comments).map { line(($0.isEmpty ? [] : indent) + Array($0.utf8)) }
  }

  /// The line of the key `sessions` with a list or without.
  private func listHead(isEmpty: Bool) throws(FileError) -> Line {
    let key = Array("sessions:".utf8)
    let brackets = Array(" []".utf8)
    let old = lines[head].last == 0x0D ? lines[head].dropLast() : lines[head]
    let rest = old.dropFirst(key.count)
    guard old.starts(with: key), isEmpty || rest.starts(with: brackets) else {
      throw otherLayout(at: head + 1)
    }
    return line(key + (isEmpty ? brackets + rest : Array(rest.dropFirst(brackets.count))))
  }

  /// A new line, which ends as the lines of the file do.
  private func line(_ bytes: [UInt8]) -> Line {
    (lines[head].last == 0x0D ? bytes + [0x0D] : bytes)[...]
  }

  /// The comments and empty lines before an item that do not go with it.
  private func gap(before index: Int) -> ArraySlice<Line> {
    index == 0 ? [] : lines[items[index - 1].lines.upperBound..<items[index].first]
  }

  private func refuseComments(in item: Item) throws(FileError) {
    let noted = item.comments.inside.lineNumbers.min().map { $0 - 1 }
    guard item.first < item.lines.lowerBound || !item.comments.inside.texts.isEmpty else { return }
    let place = item.first < item.lines.lowerBound ? item.first : noted ?? item.lines.lowerBound
    throw FileError(
      file: file, mark: Mark(line: place + 1, column: 1),
      "a comment belongs to a session that would be removed",
      expected: "the comment taken out before, or an empty line between it and the session")
  }

  func otherLayout(at line: Int) -> FileError {
    FileError(
      file: file, mark: Mark(line: line, column: 1),
      "the sessions are not laid out one below the other, so that they cannot be changed in their place",
      expected: "a list as `gradus plan` writes it; `gradus fmt` makes it so")
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }

  /// Whether an item of a list begins on the line.
  fileprivate var isItem: Bool { drop { $0 == 0x20 }.starts(with: [UInt8(ascii: "-"), 0x20]) }
}
