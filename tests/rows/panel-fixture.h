/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-panel.h"
#include "atlas-test-dataset.h"

G_BEGIN_DECLS

/**
 * PanelFixture:
 *
 * An active panel with a navigation of the test dataset.
 */
typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  AtlasPanel *panel;
} PanelFixture;

PanelFixture *panel_fixture_new (GType panel_type);
PanelFixture *panel_fixture_new_for_json (GType panel_type, const char *arrays);
PanelFixture *panel_fixture_new_for_jilin (GType panel_type);
void panel_fixture_free (PanelFixture *self);
void panel_fixture_visit (PanelFixture *self, const char *id);
char *panel_fixture_dump (PanelFixture *self);
AtlasRow *panel_fixture_find (PanelFixture *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanelFixture, panel_fixture_free)

/* A required member of every figure, for panel_fixture_new_for_json(). */
#define CITED "'cites': [{'source': 's', 'section': '1', 'paragraph': 1}],"

/* Asserts the content of a panel: a line for each heading and each row. */
#define assert_rows(fixture, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *dumped = panel_fixture_dump (fixture);                                        \
    g_assert_cmpstr (dumped, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
