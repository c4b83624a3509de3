// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
/// The engine: no Foundation, no I/O, and no unsafe memory but where it says so.
let pure: [SwiftSetting] = strict + [.strictMemorySafety()]

/// The searches try thousands of changes for a plan or a fix: optimised in debug builds too, so that tests run what
/// coaches run; with the assertions of a debug build.
let search: [SwiftSetting] =
  pure + [.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))]

// The targets in the order of the flow. Arrows only point up this list.
let package = Package(
  name: "gradus",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "gradus", targets: ["gradus"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "TrainingLoad", swiftSettings: pure),
    .target(name: "TrainingPlan", dependencies: ["TrainingLoad"], swiftSettings: pure),
    .target(name: "LinearPrograms", swiftSettings: search),
    .target(name: "Rows", swiftSettings: search),
    .target(
      name: "Planner", dependencies: ["TrainingLoad", "TrainingPlan", "LinearPrograms", "Rows"],
      swiftSettings: search
    ),
    .target(name: "Review", dependencies: ["TrainingLoad", "TrainingPlan"], swiftSettings: search),
    .target(name: "PlanData", exclude: ["Resources"]),
    .target(
      name: "PlanFiles",
      dependencies: ["TrainingLoad", "TrainingPlan", "PlanData"],
      swiftSettings: strict),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "XML", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(
      name: "Calendars", dependencies: ["TrainingLoad", "TrainingPlan", "XML"], swiftSettings: strict),
    .target(
      name: "CalendarFiles", dependencies: ["TrainingLoad", "TrainingPlan", "PlanFiles", "Calendars"],
      swiftSettings: strict),
    .target(
      name: "PlanXML", dependencies: ["TrainingLoad", "TrainingPlan", "Review", "PlanFiles", "XML"],
      swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["TrainingLoad", "TrainingPlan", "Review"], swiftSettings: pure),
    .executableTarget(
      name: "gradus",
      dependencies: [
        "TrainingLoad", "TrainingPlan", "Planner", "Review", "PlanFiles", "Calendars", "CalendarFiles",
        "PlanXML",
        "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: strict),
    .target(
      name: "SchemaChecking", dependencies: ["PlanFiles"], path: "Tests/SchemaChecking", swiftSettings: strict
    ),
    .testTarget(
      name: "TrainingLoadTests", dependencies: ["SeededNumbers", "TrainingLoad"],
      resources: [.copy("Vectors")],
      swiftSettings: strict),
    .testTarget(
      name: "TrainingPlanTests", dependencies: ["SeededNumbers", "TrainingLoad", "TrainingPlan"],
      swiftSettings: strict),
    .testTarget(name: "LinearProgramsTests", dependencies: ["LinearPrograms"], swiftSettings: strict),
    .testTarget(
      name: "PlannerTests",
      dependencies: ["TrainingLoad", "TrainingPlan", "Planner", "Review", "PlanFiles", "Rows"],
      resources: [.copy("Problems")],
      swiftSettings: strict),
    .testTarget(
      name: "ReviewTests", dependencies: ["TrainingLoad", "TrainingPlan", "Review", "PlanFiles"],
      exclude: ["Spoilt"], resources: [.copy("Audited")], swiftSettings: strict),
    .testTarget(
      name: "PlanFilesTests",
      dependencies: [
        "SeededNumbers", "TrainingLoad", "TrainingPlan", "PlanFiles", "SchemaChecking",
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Problems")],
      swiftSettings: strict),
    .testTarget(name: "XMLTests", dependencies: ["XML"], swiftSettings: strict),
    .testTarget(
      name: "CalendarsTests",
      dependencies: ["SeededNumbers", "TrainingLoad", "TrainingPlan", "XML", "Calendars"],
      exclude: ["Golden"], resources: [.embedInCode("Schemas"), .embedInCode("Zones")],
      swiftSettings: strict),
    .testTarget(
      name: "CalendarFilesTests",
      dependencies: [
        "SeededNumbers", "TrainingLoad", "TrainingPlan", "PlanFiles", "Calendars", "CalendarFiles",
        "SchemaChecking",
      ], swiftSettings: strict),
    .testTarget(
      name: "PlanXMLTests",
      dependencies: [
        "SeededNumbers", "TrainingLoad", "TrainingPlan", "Review", "PlanFiles", "XML", "PlanXML",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["TrainingLoad", "TrainingPlan", "Review", "PlanFiles", "XML", "Reports"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["gradus", "TrainingLoad", "TrainingPlan", "PlanFiles", "SchemaChecking"],
      exclude: ["Golden"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// `make bench` measures; the benchmarks are no part of the build otherwise.
if Context.environment["GRADUS_BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "gradus-benchmarks",
      dependencies: ["TrainingLoad", "TrainingPlan", "Planner", "Review", "PlanFiles", "Calendars"],
      path: "Benchmarks",
      exclude: ["compare.py", "curves.py", "greedy.py", "many.py", "libical.c", "reference.json"],
      swiftSettings: strict))
}
