/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Jilin Atlas authors */

/* Like atlas.h in this folder, for the rooms with widgets. */

#include <adwaita.h>
#include <json-glib/json-glib.h>
#include <shumate/shumate.h>
