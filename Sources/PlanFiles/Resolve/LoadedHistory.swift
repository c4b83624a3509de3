import TrainingPlan
extension Resolution {
  mutating func loadHistory(loader: (String) throws(FileError) -> SourceFile) throws(FileError) {}
}
