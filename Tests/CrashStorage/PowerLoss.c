// What a power failure leaves: the journal replayed up to a moment, then chance.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "Storage.h"

enum { SECTOR = 512 };

/// A file on the disk: what is certain, and the numbers of the changes that are not.
typedef struct surviving_file {
  buffer certain;
  int64_t *unsynced;
  int64_t count, room;
} surviving_file;

/// The disk as the replay goes on.
typedef struct disk {
  crash_storage *storage;
  surviving_file *files;  // by inode
  int *inodes;            // by entry: the certain ones
  int64_t *unsynced;      // creations and deletions
  int64_t count, room;
  uint64_t chance;
} disk;

/// SplitMix64 (Steele, Lea & Flood 2014).
static uint64_t draw(disk *disk) {
  uint64_t bits = disk->chance += 0x9e3779b97f4a7c15u;
  bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9u;
  bits = (bits ^ bits >> 27) * 0x94d049bb133111ebu;
  return bits ^ bits >> 31;
}

static int64_t below(disk *disk, int64_t bound) { return (int64_t)(draw(disk) % (uint64_t)bound); }

/// One of the given number of times.
static int once_in(disk *disk, int64_t times) { return below(disk, times) == 0; }

static void apply(buffer *file, const change *change) {
  if (change->kind == WROTE) buffer_write(file, change->bytes, change->size, change->at);
  else buffer_resize(file, change->at);
}

/// The file may have grown although the write that made it grow is lost.
static void lose(disk *disk, buffer *file, const change *change) {
  if (change->kind == WROTE && change->at + change->size > file->size && once_in(disk, 4))
    buffer_resize(file, change->at + change->size);
}

/// Each sector of a write is kept, lost or, when `garbling`, now and then garbage.
static void tear(disk *disk, buffer *file, const change *change, int garbling) {
  if (change->kind != WROTE) {
    if (once_in(disk, 2)) apply(file, change);
    return;
  }
  int64_t end = change->at + change->size;
  for (int64_t at = change->at; at < end;) {
    int64_t next = (at / SECTOR + 1) * SECTOR;
    if (next > end) next = end;
    if (garbling && once_in(disk, 8)) {
      for (int64_t byte = at; byte < next; byte++) {
        unsigned char garbage = (unsigned char)draw(disk);
        buffer_write(file, &garbage, 1, byte);
      }
    } else if (once_in(disk, 2)) {
      buffer_write(file, change->bytes + (at - change->at), next - at, at);
    }
    at = next;
  }
  lose(disk, file, change);
}

/// Chance decides what becomes of a file's unsynced changes; afterwards all is certain.
static void settle(disk *disk, surviving_file *file) {
  int64_t fate = below(disk, 6), count = file->count;
  int64_t prefix = count ? below(disk, count + 1) : 0;
  for (int64_t number = 0; number < count; number++) {
    const change *change = &disk->storage->journal[file->unsynced[number]];
    int kept;
    switch (fate) {
    case 0: kept = 1; break;
    case 1: kept = 0; break;
    case 2: kept = number < prefix; break;
    case 3: kept = once_in(disk, 2); break;
    default: kept = -1;
    }
    if (kept < 0 || (fate == 2 && number == prefix)) tear(disk, &file->certain, change, fate == 5);
    else if (kept) apply(&file->certain, change);
    else lose(disk, &file->certain, change);
  }
  file->count = 0;
}

/// All unsynced changes of a file have reached the disk.
static void make_certain(disk *disk, surviving_file *file) {
  for (int64_t number = 0; number < file->count; number++)
    apply(&file->certain, &disk->storage->journal[file->unsynced[number]]);
  file->count = 0;
}

static void apply_name(disk *disk, const change *change) {
  disk->inodes[change->name] = change->kind == CREATED ? change->inode : -1;
}

/// All creations and deletions have reached the disk.
static void make_names_certain(disk *disk) {
  for (int64_t number = 0; number < disk->count; number++)
    apply_name(disk, &disk->storage->journal[disk->unsynced[number]]);
  disk->count = 0;
}

/// For each name chance decides how many of its unsynced creations and deletions, from the first, are on the disk.
static void settle_names(disk *disk) {
  int64_t fate = below(disk, 4);
  for (int name = 0; name < disk->storage->entry_count; name++)
    for (int64_t number = 0; number < disk->count; number++) {
      const change *change = &disk->storage->journal[disk->unsynced[number]];
      if (change->name != name) continue;
      if (fate == 0 || (fate > 1 && once_in(disk, 2))) break;
      apply_name(disk, change);
    }
}

static void replay(disk *disk, int64_t number) {
  const change *change = &disk->storage->journal[number];
  surviving_file *file = &disk->files[change->inode];
  switch (change->kind) {
  case CREATED:
  case DELETED:
    disk->unsynced = storage_grown(disk->unsynced, disk->count, &disk->room, sizeof number);
    disk->unsynced[disk->count++] = number;
    break;
  case WROTE:
  case TRUNCATED:
    file->unsynced = storage_grown(file->unsynced, file->count, &file->room, sizeof number);
    file->unsynced[file->count++] = number;
    break;
  case SYNCED: make_certain(disk, file); break;
  case FAILED_SYNC: settle(disk, file); break;
  }
  if (change->folder) make_names_certain(disk);
}

/// 1 when the whole file is written.
static int write_survivor(const char *folder, const char *name, const buffer *content) {
  char *path = sqlite3_mprintf("%s/%s", folder, name);
  FILE *file = path ? fopen(path, "wb") : NULL;
  sqlite3_free(path);
  if (!file) return 0;
  int whole = content->size == 0 || fwrite(content->bytes, (size_t)content->size, 1, file) == 1;
  return fclose(file) == 0 && whole;
}

/// The shared memory beside a write-ahead log was never meant to reach the disk: half the time it has, as garbage.
static int write_shared_memory(disk *disk, const char *folder, const char *name) {
  size_t length = strlen(name);
  if (length < 4 || strcmp(name + length - 4, "-wal") != 0 || once_in(disk, 2)) return 1;
  buffer garbage = {NULL, 0, 0};
  buffer_resize(&garbage, 32768);  // one page of it
  for (int64_t byte = 0; byte < garbage.size; byte++) garbage.bytes[byte] = (unsigned char)draw(disk);
  char *shared = sqlite3_mprintf("%.*s-shm", (int)length - 4, name);
  int whole = shared && write_survivor(folder, shared, &garbage);
  sqlite3_free(shared);
  free(garbage.bytes);
  return whole;
}

int crash_storage_crash(crash_storage *storage, int64_t moment, uint64_t seed, const char *folder) {
  storage_lock();
  if (moment > storage->moment) moment = storage->moment;
  disk disk = {.storage = storage, .chance = seed};
  disk.files = calloc((size_t)storage->inode_count + 1, sizeof *disk.files);
  disk.inodes = malloc(((size_t)storage->entry_count + 1) * sizeof *disk.inodes);
  if (!disk.files || !disk.inodes) abort();
  for (int inode = 0; inode < storage->inode_count; inode++) {
    const buffer *start = &storage->inodes[inode].start;
    buffer_write(&disk.files[inode].certain, start->bytes, start->size, 0);
  }
  for (int name = 0; name < storage->entry_count; name++) disk.inodes[name] = storage->entries[name].inode_at_start;

  for (int64_t number = 0; number < moment; number++) replay(&disk, number);
  settle_names(&disk);
  int written = 0;
  for (int name = 0; name < storage->entry_count; name++) {
    if (disk.inodes[name] < 0) continue;
    surviving_file *file = &disk.files[disk.inodes[name]];
    settle(&disk, file);
    const char *called = storage->entries[name].name;
    int whole = write_survivor(folder, called, &file->certain) && write_shared_memory(&disk, folder, called);
    written = whole && written >= 0 ? written + 1 : -1;
  }

  for (int inode = 0; inode < storage->inode_count; inode++) {
    free(disk.files[inode].certain.bytes);
    free(disk.files[inode].unsynced);
  }
  free(disk.files);
  free(disk.inodes);
  free(disk.unsynced);
  storage_unlock();
  return written;
}
