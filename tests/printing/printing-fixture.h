/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "report-fixture.h"

/* How long anything may take, on a busy machine, in microseconds. */
#define PATIENCE (60 * G_USEC_PER_SEC)

/* Lets the main loop run until @condition holds. */
#define await(condition)                                        \
  G_STMT_START                                                  \
  {                                                             \
    const gint64 deadline = g_get_monotonic_time () + PATIENCE; \
                                                                \
    while (!(condition) && g_get_monotonic_time () < deadline)  \
      g_main_context_iteration (NULL, TRUE);                    \
    g_assert_true (condition);                                  \
  }                                                             \
  G_STMT_END
