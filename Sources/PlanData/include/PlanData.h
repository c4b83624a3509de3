#ifndef GRADUS_PLAN_DATA_H
#define GRADUS_PLAN_DATA_H

#include <stddef.h>

// The data files under Resources, put into the program by the compiler: one binary, nothing to look for at run time,
// and none of the minutes that Swift takes for array literals of this size.

/// The bytes of one data file; they live as long as the program.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} plan_data_file;

plan_data_file plan_data_activities(void);
plan_data_file plan_data_compendium(void);
plan_data_file plan_data_defaults(void);
plan_data_file plan_data_routines(void);
plan_data_file plan_data_rules(void);
plan_data_file plan_data_templates(void);
plan_data_file plan_data_check_ins_schema(void);
plan_data_file plan_data_ledger_schema(void);
plan_data_file plan_data_limits_schema(void);
plan_data_file plan_data_plan_schema(void);
plan_data_file plan_data_plan_xml_schema(void);
plan_data_file plan_data_problem_schema(void);
plan_data_file plan_data_proof_schema(void);
plan_data_file plan_data_report_schema(void);
plan_data_file plan_data_schedule_schema(void);

#endif
