/* Builds and writes the calendar of Calendars.swift with libical, and prints the processor's seconds and the bytes.

   libical.c EVENTS */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const DESCRIPTION =
    "10 min very easy\n30 min easy, talking is no effort\n10 min very easy\n"
    "Why: keeps the legs used to it; the week before had 20 min less.";

static double processor_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static icalproperty *local(icalproperty *property)
{
    icalproperty_add_parameter(property, icalparameter_new_tzid("Europe/Berlin"));
    return property;
}

static icalcomponent *event(int number, struct icaltimetype stamp)
{
    char uid[32];
    snprintf(uid, sizeof uid, "benchmark-%d", number);
    time_t day = (time_t)(20000 + number % 3650) * 86400;
    struct icaltimetype start = icaltime_from_timet_with_zone(day + 1110 * 60, 0, NULL);
    struct icaltimetype end = icaltime_from_timet_with_zone(day + 1160 * 60, 0, NULL);
    struct icaltriggertype hour_before = {.time = icaltime_null_time(), .duration = icaldurationtype_from_int(-3600)};
    icalproperty *colour = icalproperty_new_x("steelblue");
    icalproperty_set_x_name(colour, "COLOR");
    return icalcomponent_vanew(
        ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid), icalproperty_new_dtstamp(stamp),
        icalproperty_new_created(stamp), icalproperty_new_lastmodified(stamp), icalproperty_new_sequence(0),
        local(icalproperty_new_dtstart(start)), local(icalproperty_new_dtend(end)),
        icalproperty_new_summary("Easy run, 50 min"), icalproperty_new_description(DESCRIPTION),
        icalproperty_new_categories("run,endurance"), colour, icalproperty_new_status(ICAL_STATUS_CONFIRMED),
        icalproperty_new_transp(ICAL_TRANSP_OPAQUE),
        icalcomponent_vanew(
            ICAL_VALARM_COMPONENT, icalproperty_new_action(ICAL_ACTION_DISPLAY),
            icalproperty_new_description("Easy run, 50 min"), icalproperty_new_trigger(hour_before), (void *)0),
        (void *)0);
}

int main(int count, char **arguments)
{
    int events = count > 1 ? atoi(arguments[1]) : 1000;
    double start = processor_seconds();
    struct icaltimetype stamp = icaltime_from_timet_with_zone(1800000000, 0, icaltimezone_get_utc_timezone());
    icalcomponent *calendar = icalcomponent_vanew(
        ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"), icalproperty_new_prodid("-//benchmark//EN"), (void *)0);
    for (int number = 0; number < events; number++)
        icalcomponent_add_component(calendar, event(number, stamp));
    char *text = icalcomponent_as_ical_string_r(calendar);
    double seconds = processor_seconds() - start;
    printf("%f,%zu\n", seconds, text ? strlen(text) : 0);
    return text ? EXIT_SUCCESS : EXIT_FAILURE;
}
