// A watched folder as the files of this target share it: names, inodes, the journal of changes, and what shall fail.
#ifndef STORAGE_H
#define STORAGE_H

#include <sqlite3.h>
#include <stddef.h>

#include "CrashStorage.h"

typedef struct buffer {
  unsigned char *bytes;
  int64_t size, room;
} buffer;

/// What changed a folder. `FAILED_SYNC` changed it because it did not do what it should have.
typedef enum { CREATED, DELETED, WROTE, TRUNCATED, SYNCED, FAILED_SYNC } kind_of_change;

typedef struct change {
  kind_of_change kind;
  int name;      // of a creation or deletion
  int inode;     // of all but a deletion
  int folder;    // the folder was synced by this change, too
  int64_t at;    // offset of a write, size after a truncation
  int64_t size;  // of the bytes written
  unsigned char *bytes;
} change;

/// What a file holds, whatever its name: its content when the watching began, the rest is in the journal.
typedef struct inode {
  buffer start;
} inode;

/// A name in the folder.
typedef struct entry {
  char *name;
  int inode_at_start;  // -1: no such file then
  int inode;           // now; -1: no such file
} entry;

struct crash_storage {
  char *folder;  // absolute, without symbolic links, with a final "/"
  struct crash_storage *next;
  int references;  // one of the watcher, one of each open file

  entry *entries;
  int entry_count, entry_room;
  inode *inodes;
  int inode_count, inode_room;
  change *journal;
  int64_t moment, journal_room;

  int64_t counts[7][3];  // by bit number of call and of file
  int failing_calls, failing_forever, error;
  int64_t calls_to_failure;  // 0: none is due
  int64_t failures;
  int lying;  // the files whose syncs do nothing
};

// The functions below expect the lock to be held, except the first two.
void storage_lock(void);
void storage_unlock(void);

/// The storage that watches the file at `path`, or null.
crash_storage *storage_of(const char *path);
void storage_release(crash_storage *storage);

/// The entry of a path in the folder, made when there is none.
int storage_entry(crash_storage *storage, const char *path);
int storage_new_inode(crash_storage *storage);
/// Adds to the journal; copies `bytes`.
void storage_changed(crash_storage *storage, change change, const void *bytes);

/// Counts a call and says whether it fails.
int storage_fails(crash_storage *storage, int call, int file);

void *storage_grown(void *array, int64_t count, int64_t *room, size_t size);
void buffer_write(buffer *buffer, const void *bytes, int64_t size, int64_t at);
void buffer_resize(buffer *buffer, int64_t size);

#endif
