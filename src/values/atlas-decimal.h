/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ATLAS_DECIMAL_ONE:
 *
 * The scale of an #AtlasDecimal: it counts ten-thousandths, so that an amount in units of 100
 * million yuan counts whole units of 10 000 yuan.
 */
#define ATLAS_DECIMAL_ONE G_GINT64_CONSTANT (10000)

/**
 * AtlasDecimal:
 *
 * An exact decimal number with four places: sums of money do not use floating point.
 */
typedef gint64 AtlasDecimal;

#define ATLAS_TYPE_DECIMAL (atlas_decimal_get_type ())

GType atlas_decimal_get_type (void) G_GNUC_CONST;
gboolean atlas_decimal_from_double (double value, AtlasDecimal *decimal);
double atlas_decimal_to_double (AtlasDecimal decimal);
AtlasDecimal atlas_decimal_add (AtlasDecimal a, AtlasDecimal b);
char *atlas_decimal_to_string (AtlasDecimal decimal);

G_END_DECLS
