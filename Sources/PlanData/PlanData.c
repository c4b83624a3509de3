#include "PlanData.h"

// #embed is C23; compilers that know it say so in earlier modes, and warnings are errors here.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define DATA_FILE(name)                                   \
  plan_data_file plan_data_##name(void) {                 \
    return (plan_data_file){name##_bytes, sizeof name##_bytes}; \
  }

static const unsigned char activities_bytes[] = {
#embed "Resources/activities.json"
};
DATA_FILE(activities)

static const unsigned char compendium_bytes[] = {
#embed "Resources/compendium.json"
};
DATA_FILE(compendium)

static const unsigned char defaults_bytes[] = {
#embed "Resources/defaults.json"
};
DATA_FILE(defaults)

static const unsigned char routines_bytes[] = {
#embed "Resources/routines.json"
};
DATA_FILE(routines)

static const unsigned char rules_bytes[] = {
#embed "Resources/rules.json"
};
DATA_FILE(rules)

static const unsigned char templates_bytes[] = {
#embed "Resources/templates.json"
};
DATA_FILE(templates)

static const unsigned char check_ins_schema_bytes[] = {
#embed "Resources/check-ins.schema.json"
};
DATA_FILE(check_ins_schema)

static const unsigned char ledger_schema_bytes[] = {
#embed "Resources/ledger.schema.json"
};
DATA_FILE(ledger_schema)

static const unsigned char limits_schema_bytes[] = {
#embed "Resources/limits.schema.json"
};
DATA_FILE(limits_schema)

static const unsigned char plan_schema_bytes[] = {
#embed "Resources/plan.schema.json"
};
DATA_FILE(plan_schema)

static const unsigned char plan_xml_schema_bytes[] = {
#embed "Resources/plan.xsd"
};
DATA_FILE(plan_xml_schema)

static const unsigned char problem_schema_bytes[] = {
#embed "Resources/problem.schema.json"
};
DATA_FILE(problem_schema)

static const unsigned char proof_schema_bytes[] = {
#embed "Resources/proof.schema.json"
};
DATA_FILE(proof_schema)

static const unsigned char report_schema_bytes[] = {
#embed "Resources/report.schema.json"
};
DATA_FILE(report_schema)

static const unsigned char schedule_schema_bytes[] = {
#embed "Resources/schedule.schema.json"
};
DATA_FILE(schedule_schema)
