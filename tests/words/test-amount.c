/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-amount.h"

#include "atlas-enum-types.h"
#include "atlas-format.h"

static void
assert_amount (const char *words, AtlasUnit unit, const char *expected)
{
  AtlasDecimal amount = 0;
  g_autofree char *found = NULL;

  g_test_message ("%s", words);
  g_assert_cmpint (atlas_amount_parse (words, unit, &amount), ==, ATLAS_AMOUNT_FAULT_NONE);
  found = atlas_decimal_to_string (amount);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_fault (const char *words, AtlasUnit unit, AtlasAmountFault expected)
{
  AtlasDecimal amount = 1;

  g_test_message ("%s", words);
  g_assert_cmpint (atlas_amount_parse (words, unit, &amount), ==, expected);
  g_assert_cmpint (amount, ==, 1);
}

static void
test_money (void)
{
  static const char *const same[] = {
    "653.33",
    "653.33亿",
    " 653.33 亿元 ",
    "６５３．３３亿元",
    "65.333 billion",
    "65.333bn",
    "CNY 65.333 billion",
    "65,333 million yuan",
    "RMB 65,333,000,000 yuan",
    "653亿3300万元",
    "653억 3300만 위안",
    "6533300万元",
    "￥653.33亿",
    "65333000000元",
    "65 333 000 000 yuan",
    "人民币653.33亿元",
    "0.065333万亿元",
    "653.33 hundred million yuan",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    assert_amount (same[i], ATLAS_UNIT_CNY_100M, "653.33");
  assert_amount ("6533万", ATLAS_UNIT_CNY_100M, "0.6533");
  assert_amount ("-1亿2000万元", ATLAS_UNIT_CNY_100M, "-1.2");
  assert_amount ("−3千万", ATLAS_UNIT_CNY_100M, "-0.3");
  assert_amount ("0", ATLAS_UNIT_CNY_100M, "0");
  assert_amount ("1万元", ATLAS_UNIT_CNY_100M, "0.0001");
  assert_amount ("1.2300 million", ATLAS_UNIT_CNY_100M, "0.0123");
}

static void
test_others (void)
{
  assert_amount ("7.6 km", ATLAS_UNIT_KM, "7.6");
  assert_amount ("7.6公里", ATLAS_UNIT_KM, "7.6");
  assert_amount ("7.6 千米", ATLAS_UNIT_KM, "7.6");
  assert_amount ("10.5％", ATLAS_UNIT_PERCENT, "10.5");
  assert_amount ("10.5 per cent", ATLAS_UNIT_PERCENT, "10.5");
  assert_amount ("340 projects", ATLAS_UNIT_PROJECT, "340");
  assert_amount ("1 project", ATLAS_UNIT_PROJECT, "1");
  assert_amount ("1.1万", ATLAS_UNIT_PERSON, "11000");
  assert_amount ("11,000", ATLAS_UNIT_PERSON, "11000");
  assert_amount ("0.1", ATLAS_UNIT_ENTERPRISE_10K, "0.1");
  assert_amount ("0.1万", ATLAS_UNIT_ENTERPRISE_10K, "0.1");
  assert_amount ("1 thousand companies", ATLAS_UNIT_ENTERPRISE_10K, "0.1");
}

static void
test_faults (void)
{
  assert_fault ("", ATLAS_UNIT_CNY_100M, ATLAS_AMOUNT_FAULT_FORM);
  assert_fault ("亿元", ATLAS_UNIT_CNY_100M, ATLAS_AMOUNT_FAULT_FORM);
  assert_fault ("about 5", ATLAS_UNIT_CNY_100M, ATLAS_AMOUNT_FAULT_FORM);
  assert_fault ("3300万653亿", ATLAS_UNIT_CNY_100M, ATLAS_AMOUNT_FAULT_FORM);
  assert_fault ("1.2.3", ATLAS_UNIT_CNY_100M, ATLAS_AMOUNT_FAULT_UNIT);
  assert_fault ("5 km", ATLAS_UNIT_CNY_100M, ATLAS_AMOUNT_FAULT_UNIT);
  assert_fault ("5亿美元", ATLAS_UNIT_CNY_100M, ATLAS_AMOUNT_FAULT_UNIT);
  assert_fault ("5元", ATLAS_UNIT_KM, ATLAS_AMOUNT_FAULT_UNIT);
  assert_fault ("5 vehicles", ATLAS_UNIT_PROJECT, ATLAS_AMOUNT_FAULT_UNIT);
  assert_fault ("1 yuan", ATLAS_UNIT_CNY_100M, ATLAS_AMOUNT_FAULT_RANGE);
  assert_fault ("1.23456", ATLAS_UNIT_CNY_100M, ATLAS_AMOUNT_FAULT_RANGE);
  assert_fault ("100000000001", ATLAS_UNIT_ITEM, ATLAS_AMOUNT_FAULT_RANGE);
  assert_fault ("99999999999999999999999", ATLAS_UNIT_ITEM, ATLAS_AMOUNT_FAULT_RANGE);
  assert_fault ("9万亿亿亿元", ATLAS_UNIT_CNY_100M, ATLAS_AMOUNT_FAULT_RANGE);
}

/* What the program writes for any unit and language is read as the same amount. */
static void
test_round_trip (void)
{
  static const AtlasDecimal amounts[] = { 10000, 20000, 6533300, 110000000, 5 };
  g_autoptr (GEnumClass) units = g_type_class_ref (ATLAS_TYPE_UNIT);

  for (guint unit = 0; unit < units->n_values; unit++)
    for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
      for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
        {
          g_autofree char *words =
            atlas_format_quantity (amounts[i], (AtlasUnit) unit, (AtlasLanguage) language);
          AtlasDecimal amount = 0;

          g_test_message ("%s", words);
          g_assert_cmpint (atlas_amount_parse (words, (AtlasUnit) unit, &amount), ==,
                           ATLAS_AMOUNT_FAULT_NONE);
          g_assert_cmpint (amount, ==, amounts[i]);
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/amount/money", test_money);
  g_test_add_func ("/words/amount/others", test_others);
  g_test_add_func ("/words/amount/faults", test_faults);
  g_test_add_func ("/words/amount/round-trip", test_round_trip);

  return g_test_run ();
}
