/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"

G_BEGIN_DECLS

/**
 * AtlasFactRow:
 * @record: the record of the row
 * @heading: (nullable): the heading of the group that begins with this row, or NULL
 * @of: (nullable): for a next step, the body that is the heading of its group
 * @depth: its nesting depth: the number of wholes that contain it
 * @is_repeated: whether an earlier row has the same record
 *
 * A row of a table of facts. @record and @of belong to the dataset.
 */
typedef struct
{
  AtlasRecord *record;
  char *heading;
  AtlasRecord *of;
  guint depth;
  gboolean is_repeated;
} AtlasFactRow;

/**
 * AtlasFactType:
 * @ATLAS_FACT_TYPE_NAME: the name of the record, and the fact below it
 * @ATLAS_FACT_TYPE_RECORDS: the names of referenced records, or else the fact
 * @ATLAS_FACT_TYPE_TEXT: the fact as text
 * @ATLAS_FACT_TYPE_NUMBER: the fact as a number
 * @ATLAS_FACT_TYPE_VALUE: the fact as the main number of the row
 *
 * The type of the cells of a column. Numbers are aligned right, all other cells left.
 */
typedef enum
{
  ATLAS_FACT_TYPE_NAME,
  ATLAS_FACT_TYPE_RECORDS,
  ATLAS_FACT_TYPE_TEXT,
  ATLAS_FACT_TYPE_NUMBER,
  ATLAS_FACT_TYPE_VALUE,
} AtlasFactType;

/**
 * AtlasFact:
 * @ATLAS_FACT_NONE: nothing
 * @ATLAS_FACT_SUMMARY: the summary of the record
 * @ATLAS_FACT_KIND: its kind
 * @ATLAS_FACT_STATUS: its status or stage
 * @ATLAS_FACT_DATE: its date
 * @ATLAS_FACT_AS_OF: the date of counting of a figure
 * @ATLAS_FACT_PERIOD: the period of a plan, or the period that a figure covers
 * @ATLAS_FACT_STANDING: the status and the time of a figure
 * @ATLAS_FACT_VALUE: its number with its unit
 * @ATLAS_FACT_CARRIERS: the partnerships of an industry
 * @ATLAS_FACT_SERVICE: the service and the vehicle type of a bus route
 * @ATLAS_FACT_LENGTH: the distance between the ends of a link
 * @ATLAS_FACT_VEHICLES: the number of vehicles of a bus route
 * @ATLAS_FACT_TRIPS: the daily trips of a bus route
 * @ATLAS_FACT_EXTENT: length, investment and expected date of a project
 * @ATLAS_FACT_OTHERS: the other bodies that are responsible for a next step
 * @ATLAS_FACT_DIGEST: the line below its name in a short table
 * @ATLAS_FACT_DATUM: the main value of its kind in a short table
 *
 * A fact about a record that a column shows.
 */
typedef enum
{
  ATLAS_FACT_NONE,
  ATLAS_FACT_SUMMARY,
  ATLAS_FACT_KIND,
  ATLAS_FACT_STATUS,
  ATLAS_FACT_DATE,
  ATLAS_FACT_AS_OF,
  ATLAS_FACT_PERIOD,
  ATLAS_FACT_STANDING,
  ATLAS_FACT_VALUE,
  ATLAS_FACT_CARRIERS,
  ATLAS_FACT_SERVICE,
  ATLAS_FACT_LENGTH,
  ATLAS_FACT_VEHICLES,
  ATLAS_FACT_TRIPS,
  ATLAS_FACT_EXTENT,
  ATLAS_FACT_OTHERS,
  ATLAS_FACT_DIGEST,
  ATLAS_FACT_DATUM,
} AtlasFact;

/**
 * AtlasFactColumn:
 * @title: its title, a message in the context "column"
 * @share: its share of the width, or 0 for as much as its widest cell needs
 * @type: the type of its cells
 * @fact: the fact that it shows
 * @role: the role of the referenced records, if @type is %ATLAS_FACT_TYPE_RECORDS
 *
 * A column of a table of facts.
 */
typedef struct
{
  const char *title;
  double share;
  AtlasFactType type;
  AtlasFact fact;
  AtlasRole role;
} AtlasFactColumn;

/**
 * AtlasFactSubject:
 * @ATLAS_FACT_SUBJECT_FIGURES: the figures that are not amounts of money
 * @ATLAS_FACT_SUBJECT_PARTNERSHIPS: the partnerships by group
 * @ATLAS_FACT_SUBJECT_INDUSTRIES: the industries by group, with their partnerships
 * @ATLAS_FACT_SUBJECT_ROUTES: the bus routes
 * @ATLAS_FACT_SUBJECT_EVENTS: the events by year, those without a date last
 * @ATLAS_FACT_SUBJECT_INVESTMENT: the amounts of money, parts below their whole
 * @ATLAS_FACT_SUBJECT_PROJECTS: the projects by kind
 * @ATLAS_FACT_SUBJECT_COMMITMENTS: the next steps by responsible body; a step of several bodies is
 *   listed for each
 * @ATLAS_FACT_SUBJECT_PLANS: plans, policies and agreements in the order of their dates
 * @ATLAS_FACT_SUBJECT_ORGANIZATIONS: the organizations by kind
 * @ATLAS_FACT_SUBJECT_PLACES: the places by kind
 *
 * The subject of a table of facts.
 */
typedef enum
{
  ATLAS_FACT_SUBJECT_FIGURES,
  ATLAS_FACT_SUBJECT_PARTNERSHIPS,
  ATLAS_FACT_SUBJECT_INDUSTRIES,
  ATLAS_FACT_SUBJECT_ROUTES,
  ATLAS_FACT_SUBJECT_EVENTS,
  ATLAS_FACT_SUBJECT_INVESTMENT,
  ATLAS_FACT_SUBJECT_PROJECTS,
  ATLAS_FACT_SUBJECT_COMMITMENTS,
  ATLAS_FACT_SUBJECT_PLANS,
  ATLAS_FACT_SUBJECT_ORGANIZATIONS,
  ATLAS_FACT_SUBJECT_PLACES,
} AtlasFactSubject;

/**
 * AtlasFactTable:
 * @facts: the facts; borrowed
 * @columns: (array length=n_columns): its columns
 * @n_columns: the number of columns
 * @is_narrow: whether its rows are short, so that they fit into two columns of a page
 * @rows: (element-type AtlasFactRow): its rows
 *
 * A table with one row for each record.
 */
typedef struct
{
  const AtlasFacts *facts;
  const AtlasFactColumn *columns;
  guint n_columns;
  gboolean is_narrow;
  GArray *rows;
} AtlasFactTable;

AtlasFactTable *atlas_fact_table_new (const AtlasFacts *facts, AtlasFactSubject subject);
AtlasFactTable *atlas_fact_table_new_digest (const AtlasFacts *facts, AtlasRecordKind kind);
void atlas_fact_table_free (AtlasFactTable *self);
char *atlas_fact_table_dup_cell (AtlasFactTable *self, guint row, guint column, char **detail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFactTable, atlas_fact_table_free)

G_END_DECLS
