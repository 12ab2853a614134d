/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-labels.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-schema.h"
#include "atlas-translation.h"

/*
 * Labels for the enumerations of the dataset, one table for each.
 *
 * Each enumeration has its own translation context, because "Energy" may be translated differently
 * for an industry and for a project.
 */

static const char *const record_kinds[] = {
  [ATLAS_RECORD_KIND_SOURCE] = NC_ ("record", "Source"),
  [ATLAS_RECORD_KIND_PLACE] = NC_ ("record", "Place"),
  [ATLAS_RECORD_KIND_INDUSTRY] = NC_ ("record", "Industry"),
  [ATLAS_RECORD_KIND_ORGANIZATION] = NC_ ("record", "Organization"),
  [ATLAS_RECORD_KIND_PLAN] = NC_ ("record", "Plan"),
  [ATLAS_RECORD_KIND_PARTNERSHIP] = NC_ ("record", "Partnership"),
  [ATLAS_RECORD_KIND_ROUTE] = NC_ ("record", "Bus route"),
  [ATLAS_RECORD_KIND_EVENT] = NC_ ("record", "Event"),
  [ATLAS_RECORD_KIND_FIGURE] = NC_ ("record", "Figure"),
  [ATLAS_RECORD_KIND_PROJECT] = NC_ ("record", "Project"),
  [ATLAS_RECORD_KIND_COMMITMENT] = NC_ ("record", "Next step"),
};

static const char *const record_headings[] = {
  [ATLAS_RECORD_KIND_SOURCE] = NC_ ("heading", "Sources"),
  [ATLAS_RECORD_KIND_PLACE] = NC_ ("heading", "Places"),
  [ATLAS_RECORD_KIND_INDUSTRY] = NC_ ("heading", "Industries"),
  [ATLAS_RECORD_KIND_ORGANIZATION] = NC_ ("heading", "Organizations"),
  [ATLAS_RECORD_KIND_PLAN] = NC_ ("heading", "Plans and agreements"),
  [ATLAS_RECORD_KIND_PARTNERSHIP] = NC_ ("heading", "Partnerships"),
  [ATLAS_RECORD_KIND_ROUTE] = NC_ ("heading", "Bus routes"),
  [ATLAS_RECORD_KIND_EVENT] = NC_ ("heading", "Events"),
  [ATLAS_RECORD_KIND_FIGURE] = NC_ ("heading", "Figures"),
  [ATLAS_RECORD_KIND_PROJECT] = NC_ ("heading", "Projects"),
  [ATLAS_RECORD_KIND_COMMITMENT] = NC_ ("heading", "Next steps"),
};

static const char *const roles[] = {
  [ATLAS_ROLE_PLACES] = NC_ ("role", "Places"),
  [ATLAS_ROLE_ABOUT] = NC_ ("role", "About"),
  [ATLAS_ROLE_PARENT] = NC_ ("role", "Belongs to"),
  [ATLAS_ROLE_MEMBERS] = NC_ ("role", "Parties"),
  [ATLAS_ROLE_INDUSTRIES] = NC_ ("role", "Industries"),
  [ATLAS_ROLE_PLANS] = NC_ ("role", "Plans and agreements"),
  [ATLAS_ROLE_FROM] = NC_ ("role", "From"),
  [ATLAS_ROLE_TO] = NC_ ("role", "To"),
  [ATLAS_ROLE_STATIONS] = NC_ ("role", "Bus stations"),
  [ATLAS_ROLE_ACTORS] = NC_ ("role", "Taking part"),
  [ATLAS_ROLE_PART_OF] = NC_ ("role", "Part of"),
  [ATLAS_ROLE_INVESTMENT] = NC_ ("role", "Investment"),
  [ATLAS_ROLE_PARTNERS] = NC_ ("role", "Taking part"),
  [ATLAS_ROLE_RESPONSIBLE] = NC_ ("role", "Who is to act"),
  [ATLAS_ROLE_ISSUER] = NC_ ("role", "Drawn up or issued by"),
  [ATLAS_ROLE_KEEPER] = NC_ ("role", "Kept by"),
  [ATLAS_ROLE_PROGRESS] = NC_ ("role", "Progress"),
};

static const char *const place_kinds[] = {
  [ATLAS_PLACE_KIND_PROVINCE] = NC_ ("place", "Province"),
  [ATLAS_PLACE_KIND_PREFECTURE] = NC_ ("place", "City or prefecture"),
  [ATLAS_PLACE_KIND_COUNTY] = NC_ ("place", "County or district"),
  [ATLAS_PLACE_KIND_ZONE] = NC_ ("place", "Development zone"),
  [ATLAS_PLACE_KIND_STATION] = NC_ ("place", "Bus station"),
  [ATLAS_PLACE_KIND_PORT] = NC_ ("place", "Port"),
  [ATLAS_PLACE_KIND_AREA] = NC_ ("place", "Area"),
  [ATLAS_PLACE_KIND_TOWN] = NC_ ("place", "Town or village"),
};

static const char *const industry_groups[] = {
  [ATLAS_INDUSTRY_GROUP_AUTOMOTIVE] = NC_ ("industry", "Automotive"),
  [ATLAS_INDUSTRY_GROUP_EQUIPMENT] = NC_ ("industry", "Equipment"),
  [ATLAS_INDUSTRY_GROUP_ENERGY] = NC_ ("industry", "Energy"),
  [ATLAS_INDUSTRY_GROUP_MEDICINE] = NC_ ("industry", "Pharmaceuticals"),
  [ATLAS_INDUSTRY_GROUP_FOOD] = NC_ ("industry", "Farming and food"),
  [ATLAS_INDUSTRY_GROUP_DIGITAL] = NC_ ("industry", "Electronics and digital"),
  [ATLAS_INDUSTRY_GROUP_MATERIALS] = NC_ ("industry", "Materials and chemicals"),
  [ATLAS_INDUSTRY_GROUP_LOGISTICS] = NC_ ("industry", "Trade and logistics"),
  [ATLAS_INDUSTRY_GROUP_TOURISM] = NC_ ("industry", "Tourism and culture"),
};

static const char *const organization_kinds[] = {
  [ATLAS_ORGANIZATION_KIND_GOVERNMENT] = NC_ ("organization", "Public authority"),
  [ATLAS_ORGANIZATION_KIND_COMPANY] = NC_ ("organization", "Company"),
  [ATLAS_ORGANIZATION_KIND_SCHOOL] = NC_ ("organization", "University or college"),
  [ATLAS_ORGANIZATION_KIND_INSTITUTE] = NC_ ("organization", "Institute"),
};

static const char *const partnership_kinds[] = {
  [ATLAS_PARTNERSHIP_KIND_ZONE_COOPERATION] = NC_ ("partnership", "Zone co-operation"),
  [ATLAS_PARTNERSHIP_KIND_FRAMEWORK] = NC_ ("partnership", "Framework agreement"),
  [ATLAS_PARTNERSHIP_KIND_CITY_PAIR] = NC_ ("partnership", "City pair"),
  [ATLAS_PARTNERSHIP_KIND_INTEGRATION] = NC_ ("partnership", "Integration"),
  [ATLAS_PARTNERSHIP_KIND_DEMONSTRATION_AREA] = NC_ ("partnership", "Demonstration area"),
  [ATLAS_PARTNERSHIP_KIND_REGIONAL_BRAND] = NC_ ("partnership", "Regional brand"),
  [ATLAS_PARTNERSHIP_KIND_ENERGY] = NC_ ("partnership", "New energy co-operation"),
  [ATLAS_PARTNERSHIP_KIND_ENTERPRISE] = NC_ ("partnership", "Company or college co-operation"),
};

static const char *const partnership_stages[] = {
  [ATLAS_PARTNERSHIP_STAGE_UNKNOWN] = NC_ ("partnership stage", "Stage not stated"),
  [ATLAS_PARTNERSHIP_STAGE_PROPOSED] = NC_ ("partnership stage", "Proposed"),
  [ATLAS_PARTNERSHIP_STAGE_AGREED] = NC_ ("partnership stage", "Agreed"),
  [ATLAS_PARTNERSHIP_STAGE_UNDER_WAY] = NC_ ("partnership stage", "Under way"),
};

static const char *const link_groups[] = {
  [ATLAS_LINK_GROUP_ZONE] = NC_ ("links", "Zone co-operation"),
  [ATLAS_LINK_GROUP_FRAMEWORK] = NC_ ("links", "Framework agreements"),
  [ATLAS_LINK_GROUP_INTEGRATION] = NC_ ("links", "Integrated areas"),
  [ATLAS_LINK_GROUP_PAIR] = NC_ ("links", "Between cities"),
  [ATLAS_LINK_GROUP_BUS] = NC_ ("links", "Bus routes"),
  [ATLAS_LINK_GROUP_ENTERPRISE] = NC_ ("links", "Companies and colleges"),
};

static const char *const urban_styles[] = {
  [ATLAS_URBAN_STYLE_UNKNOWN] = NC_ ("bus route", "Urban-style service not stated"),
  [ATLAS_URBAN_STYLE_PLANNED] = NC_ ("bus route", "Conversion plan to be drawn up"),
  [ATLAS_URBAN_STYLE_CONVERTED] = NC_ ("bus route", "Urban-style service"),
};

static const char *const plan_statuses[] = {
  [ATLAS_PLAN_STATUS_UNKNOWN] = NC_ ("plan", "Status not stated"),
  [ATLAS_PLAN_STATUS_ISSUED] = NC_ ("plan", "Issued"),
  [ATLAS_PLAN_STATUS_APPROVED] = NC_ ("plan", "Approved"),
  [ATLAS_PLAN_STATUS_SIGNED] = NC_ ("plan", "Signed"),
  [ATLAS_PLAN_STATUS_SUBMITTED] = NC_ ("plan", "Submitted"),
  [ATLAS_PLAN_STATUS_DRAFTED] = NC_ ("plan", "Drawn up"),
  [ATLAS_PLAN_STATUS_PLANNED] = NC_ ("plan", "Yet to come"),
  [ATLAS_PLAN_STATUS_POLICY] = NC_ ("plan", "Policy, no document"),
};

static const char *const event_kinds[] = {
  [ATLAS_EVENT_KIND_APPROVAL] = NC_ ("event", "Approval"),
  [ATLAS_EVENT_KIND_RECOGNITION] = NC_ ("event", "Recognition"),
  [ATLAS_EVENT_KIND_PLAN] = NC_ ("event", "Document issued"),
  [ATLAS_EVENT_KIND_DRAFTING] = NC_ ("event", "Document drawn up"),
  [ATLAS_EVENT_KIND_SUGGESTION] = NC_ ("event", "Suggestion"),
  [ATLAS_EVENT_KIND_REPLY] = NC_ ("event", "Reply"),
  [ATLAS_EVENT_KIND_AGREEMENT] = NC_ ("event", "Consensus"),
  [ATLAS_EVENT_KIND_MEETING] = NC_ ("event", "Meeting or visit"),
  [ATLAS_EVENT_KIND_FOUNDING] = NC_ ("event", "Founding"),
  [ATLAS_EVENT_KIND_START] = NC_ ("event", "Start"),
  [ATLAS_EVENT_KIND_SIGNING] = NC_ ("event", "Signing"),
  [ATLAS_EVENT_KIND_SURVEY] = NC_ ("event", "Field survey"),
};

static const char *const figure_statuses[] = {
  [ATLAS_FIGURE_STATUS_STOCK] = NC_ ("figure", "As counted"),
  [ATLAS_FIGURE_STATUS_COMPLETED] = NC_ ("figure", "Completed"),
  [ATLAS_FIGURE_STATUS_PLANNED] = NC_ ("figure", "Planned"),
  [ATLAS_FIGURE_STATUS_EXPECTED] = NC_ ("figure", "Expected"),
};

static const char *const units[] = {
  [ATLAS_UNIT_CNY_100M] = NC_ ("unit", "CNY 100 million"),
  [ATLAS_UNIT_PERCENT] = NC_ ("unit", "Per cent"),
  [ATLAS_UNIT_KM] = NC_ ("unit", "Kilometres"),
  [ATLAS_UNIT_PROJECT] = NC_ ("unit", "Projects"),
  [ATLAS_UNIT_ENTERPRISE] = NC_ ("unit", "Enterprises"),
  [ATLAS_UNIT_ENTERPRISE_10K] = NC_ ("unit", "Ten thousand registrations"),
  [ATLAS_UNIT_SITE] = NC_ ("unit", "Sites"),
  [ATLAS_UNIT_DEPARTMENT] = NC_ ("unit", "Departments and units"),
  [ATLAS_UNIT_ITEM] = NC_ ("unit", "Items"),
  [ATLAS_UNIT_FIELD] = NC_ ("unit", "Fields"),
  [ATLAS_UNIT_VEHICLE] = NC_ ("unit", "Vehicles"),
  [ATLAS_UNIT_TRIP_PER_DAY] = NC_ ("unit", "Trips a day"),
  [ATLAS_UNIT_CITY] = NC_ ("unit", "Prefectures"),
  [ATLAS_UNIT_VISIT] = NC_ ("unit", "Visits"),
  [ATLAS_UNIT_LEVEL] = NC_ ("unit", "Levels"),
  [ATLAS_UNIT_PLATFORM] = NC_ ("unit", "Platforms"),
  [ATLAS_UNIT_BELT] = NC_ ("unit", "Belts"),
  [ATLAS_UNIT_REGION] = NC_ ("unit", "Regions"),
  [ATLAS_UNIT_PARK] = NC_ ("unit", "Parks"),
  [ATLAS_UNIT_CORRIDOR] = NC_ ("unit", "Corridors"),
  [ATLAS_UNIT_PERSON] = NC_ ("unit", "People"),
};

static const char *const project_kinds[] = {
  [ATLAS_PROJECT_KIND_ROAD] = NC_ ("project", "Road"),
  [ATLAS_PROJECT_KIND_RAIL] = NC_ ("project", "Railway"),
  [ATLAS_PROJECT_KIND_PARK] = NC_ ("project", "Industrial park"),
  [ATLAS_PROJECT_KIND_ENERGY] = NC_ ("project", "Energy"),
  [ATLAS_PROJECT_KIND_INDUSTRY] = NC_ ("project", "Industry"),
  [ATLAS_PROJECT_KIND_RESEARCH] = NC_ ("project", "Research and development"),
  [ATLAS_PROJECT_KIND_LOGISTICS] = NC_ ("project", "Logistics"),
  [ATLAS_PROJECT_KIND_TALENT] = NC_ ("project", "Skills and talent"),
  [ATLAS_PROJECT_KIND_ECOLOGY] = NC_ ("project", "Ecology"),
  [ATLAS_PROJECT_KIND_TOURISM] = NC_ ("project", "Tourism"),
  [ATLAS_PROJECT_KIND_PLATFORM] = NC_ ("project", "Platform"),
  [ATLAS_PROJECT_KIND_TRANSIT] = NC_ ("project", "Public transport"),
};

static const char *const project_stages[] = {
  [ATLAS_PROJECT_STAGE_UNKNOWN] = NC_ ("project stage", "Stage not stated"),
  [ATLAS_PROJECT_STAGE_IDEA] = NC_ ("project stage", "Idea"),
  [ATLAS_PROJECT_STAGE_PRE_FEASIBILITY] = NC_ ("project stage", "Pre-feasibility study"),
  [ATLAS_PROJECT_STAGE_PLANNING] = NC_ ("project stage", "Planning"),
  [ATLAS_PROJECT_STAGE_STARTED] = NC_ ("project stage", "Started"),
  [ATLAS_PROJECT_STAGE_UNDER_CONSTRUCTION] = NC_ ("project stage", "Under construction"),
  [ATLAS_PROJECT_STAGE_DONE] = NC_ ("project stage", "Done"),
};

static const char *const project_levels[] = {
  [ATLAS_PROJECT_LEVEL_UNKNOWN] = NC_ ("project level", "Level not stated"),
  [ATLAS_PROJECT_LEVEL_PROVINCE] = NC_ ("project level", "Province"),
  [ATLAS_PROJECT_LEVEL_CITY] = NC_ ("project level", "City"),
  [ATLAS_PROJECT_LEVEL_ZONE] = NC_ ("project level", "Zone"),
};

static const char *const commitment_states[] = {
  [ATLAS_COMMITMENT_STATE_UNKNOWN] = NC_ ("next step", "State not recorded"),
  [ATLAS_COMMITMENT_STATE_OPEN] = NC_ ("next step", "Open"),
  [ATLAS_COMMITMENT_STATE_UNDER_WAY] = NC_ ("next step", "Under way"),
  [ATLAS_COMMITMENT_STATE_DONE] = NC_ ("next step", "Done"),
  [ATLAS_COMMITMENT_STATE_DROPPED] = NC_ ("next step", "Dropped"),
};

static const struct
{
  GType (*get_type) (void);
  const char *context;
  const char *const *labels;
  guint n_labels;
} vocabularies[] = {
#define VOCABULARY(name, context, labels)                                                          \
  { atlas_##name##_get_type, context, labels, G_N_ELEMENTS (labels) }
  VOCABULARY (record_kind, "record", record_kinds),
  VOCABULARY (role, "role", roles),
  VOCABULARY (place_kind, "place", place_kinds),
  VOCABULARY (industry_group, "industry", industry_groups),
  VOCABULARY (organization_kind, "organization", organization_kinds),
  VOCABULARY (partnership_kind, "partnership", partnership_kinds),
  VOCABULARY (partnership_stage, "partnership stage", partnership_stages),
  VOCABULARY (link_group, "links", link_groups),
  VOCABULARY (urban_style, "bus route", urban_styles),
  VOCABULARY (plan_status, "plan", plan_statuses),
  VOCABULARY (event_kind, "event", event_kinds),
  VOCABULARY (figure_status, "figure", figure_statuses),
  VOCABULARY (unit, "unit", units),
  VOCABULARY (project_kind, "project", project_kinds),
  VOCABULARY (project_stage, "project stage", project_stages),
  VOCABULARY (project_level, "project level", project_levels),
  VOCABULARY (commitment_state, "next step", commitment_states),
#undef VOCABULARY
};

/**
 * atlas_label_for:
 * @enum_type: an enumeration type, such as %ATLAS_TYPE_PLACE_KIND
 * @value: a value of it
 * @language: the language of the text
 *
 * Returns: (transfer none): the label of @value in the singular; link groups and units are in the
 *   plural, for legends and heads of columns
 */
const char *
atlas_label_for (GType enum_type, int value, AtlasLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    if (vocabularies[i].get_type () == enum_type)
      {
        g_return_val_if_fail (value >= 0 && (guint) value < vocabularies[i].n_labels, "");

        return atlas_translate_context (language, vocabularies[i].context,
                                        vocabularies[i].labels[value]);
      }
  g_return_val_if_reached ("");
}

/**
 * atlas_code_for:
 * @enum_type: the type of a vocabulary, such as %ATLAS_TYPE_PLACE_KIND
 * @value: a value of it
 *
 * Returns: (transfer none): @value as a dataset writes it
 */
const char *
atlas_code_for (GType enum_type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (enum_type);

  return g_enum_get_value (klass, value)->value_nick;
}

/**
 * atlas_label_for_record_kind:
 * @kind: a kind of record
 * @language: the language of the text
 *
 * Returns: (transfer none): the heading of a list of such records
 */
const char *
atlas_label_for_record_kind (AtlasRecordKind kind, AtlasLanguage language)
{
  g_return_val_if_fail (kind < ATLAS_N_RECORD_KINDS, "");

  return atlas_translate_context (language, "heading", record_headings[kind]);
}

/**
 * atlas_label_for_member:
 * @kind: a kind of record
 * @member: the name of a member of such a record, such as "date" or "part_of"
 * @language: the language of the text
 *
 * Returns: (transfer none): its label, or @member if it has none
 */
const char *
atlas_label_for_member (AtlasRecordKind kind, const char *member, AtlasLanguage language)
{
  const AtlasMember *found = atlas_schema_lookup (atlas_schema_get (kind), member);

  if (found == NULL)
    return member;
  if (atlas_member_is_reference (found))
    return atlas_label_for (ATLAS_TYPE_ROLE, (int) found->role, language);
  return found->label != NULL ? atlas_translate_context (language, "member", found->label) : member;
}
