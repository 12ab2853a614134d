/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-decimal.h"
#include "atlas-vocabulary.h"

G_BEGIN_DECLS

/**
 * AtlasAmountFault:
 * @ATLAS_AMOUNT_FAULT_NONE: the text is an amount
 * @ATLAS_AMOUNT_FAULT_FORM: the text does not begin with a number
 * @ATLAS_AMOUNT_FAULT_UNIT: what follows the number is not the expected unit
 * @ATLAS_AMOUNT_FAULT_RANGE: in the expected unit, the number has more than four decimal places, or
 *   is beyond ±10¹¹
 *
 * Reasons why text is not an amount.
 */
typedef enum
{
  ATLAS_AMOUNT_FAULT_NONE,
  ATLAS_AMOUNT_FAULT_FORM,
  ATLAS_AMOUNT_FAULT_UNIT,
  ATLAS_AMOUNT_FAULT_RANGE,
} AtlasAmountFault;

AtlasAmountFault atlas_amount_parse (const char *words, AtlasUnit unit, AtlasDecimal *amount);

G_END_DECLS
