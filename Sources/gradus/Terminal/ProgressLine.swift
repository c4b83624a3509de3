#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One line on standard error while the planner works for more than a second; only on a terminal.
enum ProgressLine {
  /// Says how much of a long work is done; gone when all is.
  static func show(_ done: Int, of all: Int) {
    guard Descriptor.error.isTerminal, !Style.isDumb else { return }
    let line = done < all ? "\rPlanning … \(done) of \(all)" : "\r\u{1B}[K"
    try? Descriptor.error.put(Array(line.utf8))
  }

  static func whilePlanning<Value, Problem: Error>(
    _ work: () throws(Problem) -> Value
  ) throws(Problem) -> Value {
    guard Descriptor.error.isTerminal, !Style.isDumb else { return try work() }
    // Within a signal only plain system calls are safe.
    signal(SIGALRM) { _ in
      let line: StaticString = "\rPlanning …"
      _ = write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
    }
    alarm(1)
    defer {
      let hasRung = alarm(0) == 0
      if hasRung { try? Descriptor.error.put(Array("\r\u{1B}[K".utf8)) }
    }
    return try work()
  }
}
