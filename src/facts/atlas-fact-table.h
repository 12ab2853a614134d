/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"

G_BEGIN_DECLS

/**
 * AtlasFactRow:
 * @record: (nullable): the record of the row
 * @heading: (nullable): the heading of the group that begins with this row, or NULL
 * @of: (nullable): for a next step, the body that is the heading of its group
 * @depth: its nesting depth: the number of wholes that contain it
 * @is_repeated: whether an earlier row has the same record
 * @item: (nullable): for columns of the caller: what the row comes from; borrowed
 * @report: (nullable): @record, if it is an entry in the progress of a project; owned
 *
 * A row of a table of facts. @record, unless it is a report, and @of belong to the dataset.
 */
typedef struct
{
  AtlasRecord *record;
  char *heading;
  AtlasRecord *of;
  guint depth;
  gboolean is_repeated;
  gpointer item;
  AtlasRecord *report;
} AtlasFactRow;

/**
 * AtlasFactType:
 * @ATLAS_FACT_TYPE_NAME: the name of the record, and the fact below it
 * @ATLAS_FACT_TYPE_RECORDS: the names of referenced records, or else the fact
 * @ATLAS_FACT_TYPE_TEXT: text
 * @ATLAS_FACT_TYPE_AMOUNT: a number in words, such as "12 km"
 * @ATLAS_FACT_TYPE_VALUE: the main number of the row, in words
 * @ATLAS_FACT_TYPE_NUMBER: a number as a dataset writes it
 * @ATLAS_FACT_TYPE_DATE: a date as a dataset writes it, in its known precision
 * @ATLAS_FACT_TYPE_CODE: a period, a truth value or a word of a vocabulary as a dataset writes it
 * @ATLAS_FACT_TYPE_ID: the ids of records
 *
 * The type of a cell. Amounts and numbers are aligned right, all other cells left.
 */
typedef enum
{
  ATLAS_FACT_TYPE_NAME,
  ATLAS_FACT_TYPE_RECORDS,
  ATLAS_FACT_TYPE_TEXT,
  ATLAS_FACT_TYPE_AMOUNT,
  ATLAS_FACT_TYPE_VALUE,
  ATLAS_FACT_TYPE_NUMBER,
  ATLAS_FACT_TYPE_DATE,
  ATLAS_FACT_TYPE_CODE,
  ATLAS_FACT_TYPE_ID,
} AtlasFactType;

/**
 * AtlasFactFunc:
 * @facts: the facts of the table
 * @row: a row
 *
 * Returns: (transfer full): a fact about the record of @row; "" if it is not known
 */
typedef char *(*AtlasFactFunc) (const AtlasFacts *facts, const AtlasFactRow *row);

/**
 * AtlasFactColumn:
 * @key: its name for programs: the member that it shows, if it shows one
 * @title: (nullable): its title, a message in the context "column"; %NULL for the label of @member
 * @share: its share of the width, or 0 for as much as its widest cell needs
 * @type: the type of its cells
 * @describe: (nullable): describes the fact that it shows
 * @role: the role of the referenced records, if @type is %ATLAS_FACT_TYPE_RECORDS
 * @member: (nullable): the member that it shows as a dataset writes it
 * @kinds: the kinds of record for which it has cells, as bits, or 0 for all rows
 * @in_words: whether it shows @member for people: names instead of ids, labels instead of codes
 *
 * A column of a table of facts.
 */
typedef struct
{
  const char *key;
  const char *title;
  double share;
  AtlasFactType type;
  AtlasFactFunc describe;
  AtlasRole role;
  const char *member;
  guint kinds;
  gboolean in_words;
} AtlasFactColumn;

/**
 * AtlasFactCell:
 * @type: its type
 * @text: its text; "" if it is empty
 * @detail: (nullable): the fact of a cell of names or records
 *
 * A cell of a table of facts. Free it with atlas_fact_cell_clear().
 */
typedef struct
{
  AtlasFactType type;
  char *text;
  char *detail;
} AtlasFactCell;

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
 * @columns: (element-type AtlasFactColumn): its columns
 * @is_narrow: whether its rows are short, so that they fit into two columns of a page
 * @is_form: whether columns without text stay, for writing by hand
 * @rows: (element-type AtlasFactRow): its rows
 *
 * A table with one row for each record.
 */
typedef struct
{
  const AtlasFacts *facts;
  GArray *columns;
  gboolean is_narrow;
  gboolean is_form;
  GArray *rows;
} AtlasFactTable;

AtlasFactTable *atlas_fact_table_new (const AtlasFacts *facts, AtlasFactSubject subject);
AtlasFactTable *atlas_fact_table_new_digest (const AtlasFacts *facts, AtlasRecordKind kind);
AtlasFactTable *atlas_fact_table_new_members (const AtlasFacts *facts);
AtlasFactTable *atlas_fact_table_new_of_kind (const AtlasFacts *facts, AtlasRecordKind kind);
AtlasFactTable *atlas_fact_table_new_empty (const AtlasFacts *facts,
                                            const AtlasFactColumn *columns,
                                            guint n_columns);
void atlas_fact_table_add_columns_of_kind (AtlasFactTable *self, AtlasRecordKind kind);
void atlas_fact_table_free (AtlasFactTable *self);
char *atlas_fact_table_dup_title (AtlasFactTable *self, guint column);
AtlasFactCell atlas_fact_table_dup_cell (AtlasFactTable *self, guint row, guint column);
void atlas_fact_cell_clear (AtlasFactCell *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFactTable, atlas_fact_table_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasFactCell, atlas_fact_cell_clear)

G_END_DECLS
