#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder in which no other run publishes: who reads a ledger writes it again before anybody else reads it.
///
/// The system takes the lock away when the run ends, however it ends. Where there is no folder yet, or the file
/// system knows no locks, nothing is locked.
final class FolderLock {
  private let descriptor: Int32

  /// Waits until no other run holds the folder.
  init(_ folder: String) {
    descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 { _ = flock(descriptor, LOCK_EX) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
