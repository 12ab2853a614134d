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
 * A panel that is seen, on a navigation through the dataset of the tests.
 */
typedef struct
{
  AtlasDataset    *dataset;
  AtlasNavigation *navigation;
  AtlasPanel      *panel;
} PanelFixture;

PanelFixture *panel_fixture_new           (GType         panel_type);
PanelFixture *panel_fixture_new_for_json  (GType         panel_type,
                                           const char   *arrays);
PanelFixture *panel_fixture_new_for_jilin (GType         panel_type);
void          panel_fixture_free          (PanelFixture *self);
void          panel_fixture_visit         (PanelFixture *self,
                                           const char   *id);
char         *panel_fixture_dump          (PanelFixture *self);
AtlasRow     *panel_fixture_find          (PanelFixture *self,
                                           const char   *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanelFixture, panel_fixture_free)

/* A member that every figure needs, for panel_fixture_new_for_json(). */
#define CITED "'cites': [{'source': 's', 'section': '1', 'paragraph': 1}],"

/* What a panel says, a line for a heading and a line for each row under it. */
#define assert_rows(fixture, expected)                             \
  G_STMT_START                                                     \
  {                                                                \
    g_autofree char *dumped = panel_fixture_dump (fixture);        \
    g_assert_cmpstr (dumped, ==, expected);                        \
  }                                                                \
  G_STMT_END

G_END_DECLS
