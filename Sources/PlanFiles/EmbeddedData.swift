import PlanData

/// The data files that are part of the program.
enum EmbeddedData {
  static var activities: [UInt8] { bytes(plan_data_activities()) }
  static var compendium: [UInt8] { bytes(plan_data_compendium()) }
  static var defaults: [UInt8] { bytes(plan_data_defaults()) }
  static var routines: [UInt8] { bytes(plan_data_routines()) }
  static var rules: [UInt8] { bytes(plan_data_rules()) }
  static var templates: [UInt8] { bytes(plan_data_templates()) }
  static var checkInsSchema: [UInt8] { bytes(plan_data_check_ins_schema()) }
  static var ledgerSchema: [UInt8] { bytes(plan_data_ledger_schema()) }
  static var limitsSchema: [UInt8] { bytes(plan_data_limits_schema()) }
  static var planSchema: [UInt8] { bytes(plan_data_plan_schema()) }
  static var planXMLSchema: [UInt8] { bytes(plan_data_plan_xml_schema()) }
  static var problemSchema: [UInt8] { bytes(plan_data_problem_schema()) }
  static var proofSchema: [UInt8] { bytes(plan_data_proof_schema()) }
  static var reportSchema: [UInt8] { bytes(plan_data_report_schema()) }
  static var scheduleSchema: [UInt8] { bytes(plan_data_schedule_schema()) }

  private static func bytes(_ file: plan_data_file) -> [UInt8] {
    Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
