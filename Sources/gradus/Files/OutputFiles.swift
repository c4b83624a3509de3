#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file to be written.
struct OutputFile {
  let path: String
  let bytes: [UInt8]

  /// Writes files so that each is either whole or as it was before, and makes the folders that they need.
  ///
  /// All are written beside their places under other names and brought to the disk first; then each takes
  /// its place by renaming, and the folders are brought to the disk.
  ///
  /// `ledger` takes its place first. A run that is stopped after that has promised more than it published,
  /// and the next run keeps the promise; the other way round it could publish other things under a number
  /// that was used already.
  ///
  /// - Throws: `Failure.inputOutput` with the path; then nothing is half-written.
  static func write(_ files: [OutputFile], after ledger: OutputFile? = nil) throws(Failure) {
    var drafts: [Draft] = []
    defer { for draft in drafts { draft.discard() } }
    for file in [ledger].compactMap(\.self) + files {
      do {
        try makeFolder(FileName(file.path).folder)
        let draft = try Draft(of: file)
        drafts.append(draft)
        try draft.fill(file.bytes)
      } catch {
        throw error.failure(at: file.path)
      }
    }
    let first = ledger == nil ? 0 : 1
    try place(drafts.prefix(first))
    try place(drafts.dropFirst(first))
    drafts = []
  }

  private static func place(_ drafts: ArraySlice<Draft>) throws(Failure) {
    for draft in drafts {
      do { try draft.takePlace() } catch { throw error.failure(at: draft.target) }
    }
    for folder in Set(drafts.map { FileName($0.target).folder }).sorted() {
      do { try bringToDisk(folder) } catch { throw error.failure(at: folder) }
    }
  }

  private static func makeFolder(_ path: String) throws(SystemError) {
    guard access(path, F_OK) != 0 else { return }
    try makeFolder(FileName(path).folder)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemError() }
  }

  /// Brings to the disk which files a folder holds.
  static func bringToDisk(_ folder: String) throws(SystemError) {
    let descriptor = try Descriptor(reading: folder)
    defer { close(descriptor.number) }
    try descriptor.synchronise()
  }
}

/// A file under another name beside its place. A device or a pipe cannot be replaced: it is its own draft.
private struct Draft {
  let path: String
  /// Its place; where a symbolic link stands there, the file that it leads to.
  let target: String
  /// The permissions of the file that it replaces; nil = a new file.
  private let mode: mode_t?

  init(of file: OutputFile) throws(SystemError) {
    var status = stat()
    let isThere = stat(file.path, &status) == 0
    // A folder in the place of a file would stop the renaming half-way.
    guard !isThere || status.st_mode & S_IFMT != S_IFDIR else { throw SystemError(code: EISDIR) }
    mode = isThere ? status.st_mode & 0o777 : nil
    let isDevice = isThere && status.st_mode & S_IFMT != S_IFREG
    target = isDevice ? file.path : Self.resolved(file.path)
    let name = FileName(target)
    path = isDevice ? target : FileName.join(name.folder, ".\(name.last).\(getpid()).tmp")
  }

  func fill(_ bytes: [UInt8]) throws(SystemError) {
    removeForsakenDrafts()
    let flags = isOwnDraft ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL
    let descriptor = Descriptor(number: open(path, flags | O_CLOEXEC, mode ?? 0o666))
    guard descriptor.number >= 0 else { throw SystemError() }
    defer { close(descriptor.number) }
    if let mode, !isOwnDraft { fchmod(descriptor.number, mode) }
    try descriptor.put(bytes)
    try descriptor.synchronise()
  }

  func takePlace() throws(SystemError) {
    guard isOwnDraft || rename(path, target) == 0 else { throw SystemError() }
  }

  func discard() {
    if !isOwnDraft { unlink(path) }
  }

  private var isOwnDraft: Bool { path == target }

  /// Removes the drafts of the same file that runs left behind when they were stopped.
  private func removeForsakenDrafts() {
    let name = FileName(target)
    guard !isOwnDraft, let folder = opendir(name.folder) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let other = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard other.hasPrefix(".\(name.last)."), other.hasSuffix(".tmp"),
        let run = pid_t(other.dropFirst(name.last.count + 2).dropLast(4))
      else { continue }
      if run == getpid() || (kill(run, 0) != 0 && errno == ESRCH) {
        unlink(FileName.join(name.folder, other))
      }
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
