/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-date.h"
#include "atlas-text.h"
#include "atlas-vocabulary.h"

G_BEGIN_DECLS

/**
 * AtlasLogEntry:
 * @date: when it was reported
 * @stage: the stage of a project from then on; %ATLAS_PROJECT_STAGE_UNKNOWN if it is not stated
 * @figure: (nullable): the id of the figure that states an amount at that date
 * @note: (nullable): what happened, in one or two sentences
 * @citations: (element-type AtlasCitation): where it is stated
 *
 * One entry in the history of a project or in the follow-up of a next step.
 */
typedef struct
{
  AtlasDate date;
  AtlasProjectStage stage;
  char *figure;
  AtlasText *note;
  GPtrArray *citations;
} AtlasLogEntry;

AtlasLogEntry *atlas_log_entry_new (const AtlasDate *date);
AtlasLogEntry *atlas_log_entry_copy (const AtlasLogEntry *self);
void atlas_log_entry_free (AtlasLogEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLogEntry, atlas_log_entry_free)

/**
 * AtlasLog: (element-type AtlasLogEntry)
 *
 * The entries of a record in the order of the file. It does not change once a record has it.
 */
typedef GPtrArray AtlasLog;

#define ATLAS_TYPE_LOG (atlas_log_get_type ())

GType atlas_log_get_type (void) G_GNUC_CONST;
AtlasLog *atlas_log_new (void);

G_END_DECLS
