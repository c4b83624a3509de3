import PlanFiles
import Testing

@Suite struct ResolverTests {
  @Test func printIt() throws {
    let p = try Resolver.problem(planFile: try Sample.file("Plans/half-marathon.yaml"), loader: Sample.load)
    print(String(decoding: ProblemFile.json(p).bytes(), as: UTF8.self))
  }
}
