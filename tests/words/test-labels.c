/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-labels.h"

#include "atlas-enum-types.h"
#include "atlas-schema.h"
#include "atlas-translation.h"

/* Every word of the format has its own label in each language. */
static void
test_every_value (void)
{
  const GType types[] = {
    ATLAS_TYPE_RECORD_KIND,       ATLAS_TYPE_ROLE,
    ATLAS_TYPE_PLACE_KIND,        ATLAS_TYPE_INDUSTRY_GROUP,
    ATLAS_TYPE_ORGANIZATION_KIND, ATLAS_TYPE_PARTNERSHIP_KIND,
    ATLAS_TYPE_PARTNERSHIP_STAGE, ATLAS_TYPE_LINK_GROUP,
    ATLAS_TYPE_URBAN_STYLE,       ATLAS_TYPE_EVENT_KIND,
    ATLAS_TYPE_FIGURE_STATUS,     ATLAS_TYPE_UNIT,
    ATLAS_TYPE_PROJECT_KIND,      ATLAS_TYPE_PROJECT_STAGE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GEnumClass) vocabulary = g_type_class_ref (types[i]);

      for (guint j = 0; j < vocabulary->n_values; j++)
        {
          int value = vocabulary->values[j].value;
          const char *en = atlas_label_for (types[i], value, ATLAS_LANGUAGE_EN);

          g_test_message ("%s", vocabulary->values[j].value_name);
          g_assert_nonnull (en);
          g_assert_true (g_ascii_isupper (*en));
          g_assert_cmpstr (atlas_label_for (types[i], value, ATLAS_LANGUAGE_ZH), !=, en);
          g_assert_cmpstr (atlas_label_for (types[i], value, ATLAS_LANGUAGE_KO), !=, en);
        }
    }
}

/* Two values of one enumeration must have different labels. */
static void
test_distinct (void)
{
  const GType types[] = { ATLAS_TYPE_LINK_GROUP, ATLAS_TYPE_INDUSTRY_GROUP, ATLAS_TYPE_EVENT_KIND,
                          ATLAS_TYPE_PROJECT_STAGE, ATLAS_TYPE_FIGURE_STATUS };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
      {
        g_autoptr (GEnumClass) vocabulary = g_type_class_ref (types[i]);
        g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

        for (guint j = 0; j < vocabulary->n_values; j++)
          g_assert_true (g_hash_table_add (
            labels, (gpointer) atlas_label_for (types[i], vocabulary->values[j].value,
                                                (AtlasLanguage) language)));
      }
}

static void
test_record_kinds (void)
{
  for (guint i = 0; i < ATLAS_N_RECORD_KINDS; i++)
    {
      AtlasRecordKind kind = (AtlasRecordKind) i;
      const char *en = atlas_label_for_record_kind (kind, ATLAS_LANGUAGE_EN);

      g_assert_cmpstr (atlas_label_for_record_kind (kind, ATLAS_LANGUAGE_ZH), !=, en);
      g_assert_cmpstr (atlas_label_for_record_kind (kind, ATLAS_LANGUAGE_KO), !=, en);
    }
  g_assert_cmpstr (atlas_label_for_record_kind (ATLAS_RECORD_KIND_INDUSTRY, ATLAS_LANGUAGE_EN), ==,
                   "Industries");
  g_assert_cmpstr (atlas_label_for_record_kind (ATLAS_RECORD_KIND_INDUSTRY, ATLAS_LANGUAGE_ZH), ==,
                   "产业");
}

/* Each value and each reference has a name of its own; what only a file needs has none. */
static void
test_members (void)
{
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      const AtlasSchema *schema = atlas_schema_get ((AtlasRecordKind) kind);

      for (guint i = 0; i < schema->members->len; i++)
        {
          const AtlasMember *member = schema->members->pdata[i];
          const char *en = atlas_label_for_member (schema->kind, member->name, ATLAS_LANGUAGE_EN);

          g_test_message ("%s: %s", schema->array, member->name);
          if (member->label == NULL && member->targets == 0)
            {
              g_assert_cmpstr (en, ==, member->name);
              continue;
            }
          g_assert_true (g_ascii_isupper (*en));
          g_assert_cmpstr (atlas_label_for_member (schema->kind, member->name, ATLAS_LANGUAGE_ZH),
                           !=, en);
          g_assert_cmpstr (atlas_label_for_member (schema->kind, member->name, ATLAS_LANGUAGE_KO),
                           !=, en);
        }
    }
  g_assert_cmpstr (atlas_label_for_member (ATLAS_RECORD_KIND_SOURCE, "issuer", ATLAS_LANGUAGE_EN),
                   ==, "Issuer");
  g_assert_cmpstr (atlas_label_for_member (ATLAS_RECORD_KIND_PLAN, "issuer", ATLAS_LANGUAGE_EN), ==,
                   "Drawn up or issued by");
  g_assert_cmpstr (atlas_label_for_member (ATLAS_RECORD_KIND_PLAN, "color", ATLAS_LANGUAGE_EN), ==,
                   "color");
}

static void
test_refuses (void)
{
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*n_labels*failed");
  g_assert_cmpstr (atlas_label_for (ATLAS_TYPE_PLACE_KIND, 99, ATLAS_LANGUAGE_EN), ==, "");
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*should not be reached*");
  g_assert_cmpstr (atlas_label_for (ATLAS_TYPE_LANGUAGE, 0, ATLAS_LANGUAGE_EN), ==, "");
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_autofree char *localedir = NULL;

  g_test_init (&argc, &argv, NULL);
  localedir = g_test_build_filename (G_TEST_BUILT, "po", NULL);
  atlas_translation_set_directory (localedir);

  g_test_add_func ("/words/labels/every-value", test_every_value);
  g_test_add_func ("/words/labels/distinct", test_distinct);
  g_test_add_func ("/words/labels/record-kinds", test_record_kinds);
  g_test_add_func ("/words/labels/members", test_members);
  g_test_add_func ("/words/labels/refuses", test_refuses);

  return g_test_run ();
}
