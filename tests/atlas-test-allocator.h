/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

/* Defined if the allocator is not that of glibc. Other C libraries have their own allocators, and
 * sanitizers do not reuse freed memory or do not count it, so memory measurements are meaningless
 * there. */
#ifndef __GLIBC__
#define HAS_OTHER_ALLOCATOR 1
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HAS_OTHER_ALLOCATOR 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HAS_OTHER_ALLOCATOR 1
#endif
#endif
