/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-event.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-member-private.h"

/*
 * AtlasEvent: an event that has happened, or is expected, on a date.
 */
struct _AtlasEvent
{
  AtlasRecord parent_instance;

  AtlasEventKind kind;
};

G_DEFINE_FINAL_TYPE (AtlasEvent, atlas_event, ATLAS_TYPE_RECORD)

/* clang-format off */
static const AtlasMember members[] = {
  ATLAS_WORD (AtlasEvent, kind, ATLAS_REQUIRED, atlas_event_kind_get_type, ATLAS_EVENT_KIND_PLAN,
              NC_ ("member", "Kind"), "What happened."),
  ATLAS_REFERENCES (actors, 0, ACTORS, ATLAS_PARTY, "Organizations or places that acted."),
};
/* clang-format on */

static void
atlas_event_class_init (AtlasEventClass *klass)
{
  _atlas_record_class_set_members (ATLAS_RECORD_CLASS (klass), ATLAS_RECORD_KIND_EVENT, members,
                                   G_N_ELEMENTS (members));
}

static void
atlas_event_init (AtlasEvent *self)
{
}

/**
 * atlas_event_get_kind:
 * @self: an event
 *
 * Returns: its kind
 */
AtlasEventKind
atlas_event_get_kind (AtlasEvent *self)
{
  g_return_val_if_fail (ATLAS_IS_EVENT (self), ATLAS_EVENT_KIND_PLAN);

  return self->kind;
}
