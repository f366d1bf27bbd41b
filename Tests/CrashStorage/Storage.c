// Watching folders: names, journal, counting and failing.
#include "Storage.h"

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static crash_storage *watched;

void storage_lock(void) { pthread_mutex_lock(&lock); }
void storage_unlock(void) { pthread_mutex_unlock(&lock); }

/// Memory or the end: a test has no use for a half-kept journal.
static void *kept(void *memory) {
  if (!memory) abort();
  return memory;
}

void *storage_grown(void *array, int64_t count, int64_t *room, size_t size) {
  if (count < *room) return array;
  *room = *room * 2 + 16;
  return kept(realloc(array, (size_t)*room * size));
}

void buffer_resize(buffer *buffer, int64_t size) {
  if (size > buffer->room) {
    buffer->room = size * 2 + 4096;
    buffer->bytes = kept(realloc(buffer->bytes, (size_t)buffer->room));
  }
  if (size > buffer->size) memset(buffer->bytes + buffer->size, 0, (size_t)(size - buffer->size));
  buffer->size = size;
}

void buffer_write(buffer *buffer, const void *bytes, int64_t size, int64_t at) {
  if (size == 0) return;
  if (at + size > buffer->size) buffer_resize(buffer, at + size);
  memcpy(buffer->bytes + at, bytes, (size_t)size);
}

crash_storage *storage_of(const char *path) {
  if (!path) return NULL;
  for (crash_storage *storage = watched; storage; storage = storage->next) {
    size_t length = strlen(storage->folder);
    // Folders within the folder are not watched: SQLite keeps the files of a database side by side.
    if (strncmp(path, storage->folder, length) == 0 && !strchr(path + length, '/')) return storage;
  }
  return NULL;
}

static int entry_named(crash_storage *storage, const char *name) {
  for (int number = 0; number < storage->entry_count; number++)
    if (strcmp(storage->entries[number].name, name) == 0) return number;
  int64_t room = storage->entry_room;
  storage->entries = storage_grown(storage->entries, storage->entry_count, &room, sizeof(entry));
  storage->entry_room = (int)room;
  storage->entries[storage->entry_count] = (entry){kept(strdup(name)), -1, -1};
  return storage->entry_count++;
}

int storage_entry(crash_storage *storage, const char *path) {
  return entry_named(storage, path + strlen(storage->folder));
}

int storage_new_inode(crash_storage *storage) {
  int64_t room = storage->inode_room;
  storage->inodes = storage_grown(storage->inodes, storage->inode_count, &room, sizeof(inode));
  storage->inode_room = (int)room;
  storage->inodes[storage->inode_count] = (inode){{NULL, 0, 0}};
  return storage->inode_count++;
}

void storage_changed(crash_storage *storage, change change, const void *bytes) {
  if (bytes) {
    change.bytes = kept(malloc((size_t)change.size));
    memcpy(change.bytes, bytes, (size_t)change.size);
  }
  storage->journal = storage_grown(storage->journal, storage->moment, &storage->journal_room, sizeof change);
  storage->journal[storage->moment++] = change;
}

static int bit_number(int bit) {
  int number = 0;
  while (bit >>= 1) number++;
  return number;
}

int storage_fails(crash_storage *storage, int call, int file) {
  storage->counts[bit_number(call)][bit_number(file)]++;
  if (storage->calls_to_failure == 0 || !(storage->failing_calls & call)) return 0;
  if (storage->calls_to_failure > 1) {
    storage->calls_to_failure--;
    return 0;
  }
  if (!storage->failing_forever) storage->calls_to_failure = 0;
  storage->failures++;
  return 1;
}

static int is_shared_memory(const char *name) {
  size_t length = strlen(name);
  return length > 4 && strcmp(name + length - 4, "-shm") == 0;
}

/// Reads what a file holds when the watching begins; 0 when it cannot.
static int read_start(crash_storage *storage, const char *name) {
  char *path = kept(sqlite3_mprintf("%s%s", storage->folder, name));
  struct stat status;
  int regular = stat(path, &status) == 0 && S_ISREG(status.st_mode) && !is_shared_memory(name);
  FILE *file = regular ? fopen(path, "rb") : NULL;
  sqlite3_free(path);
  if (!regular) return 1;
  if (!file) return 0;
  int number = storage_new_inode(storage), found = entry_named(storage, name);
  storage->entries[found].inode_at_start = storage->entries[found].inode = number;
  buffer *start = &storage->inodes[number].start;
  char piece[65536];
  size_t size;
  while ((size = fread(piece, 1, sizeof piece, file)) > 0) buffer_write(start, piece, (int64_t)size, start->size);
  int whole = !ferror(file);
  fclose(file);
  return whole;
}

crash_storage *crash_storage_open(const char *folder) {
  char *path = realpath(folder, NULL);
  DIR *directory = path ? opendir(path) : NULL;
  if (!directory) {
    free(path);
    return NULL;
  }
  crash_storage *storage = kept(calloc(1, sizeof *storage));
  storage->references = 1;
  storage->folder = kept(malloc(strlen(path) + 2));
  sprintf(storage->folder, "%s/", path);
  free(path);
  int whole = 1;
  for (struct dirent *found; whole && (found = readdir(directory));) whole = read_start(storage, found->d_name);
  closedir(directory);
  storage_lock();
  storage->next = watched;
  watched = storage;
  storage_unlock();
  if (whole) return storage;
  crash_storage_close(storage);
  return NULL;
}

void storage_release(crash_storage *storage) {
  if (--storage->references > 0) return;
  for (int number = 0; number < storage->entry_count; number++) free(storage->entries[number].name);
  for (int number = 0; number < storage->inode_count; number++) free(storage->inodes[number].start.bytes);
  for (int64_t number = 0; number < storage->moment; number++) free(storage->journal[number].bytes);
  free(storage->entries);
  free(storage->inodes);
  free(storage->journal);
  free(storage->folder);
  free(storage);
}

void crash_storage_close(crash_storage *storage) {
  storage_lock();
  for (crash_storage **link = &watched; *link; link = &(*link)->next)
    if (*link == storage) {
      *link = storage->next;
      break;
    }
  storage_release(storage);
  storage_unlock();
}

int64_t crash_storage_moment(crash_storage *storage) {
  storage_lock();
  int64_t moment = storage->moment;
  storage_unlock();
  return moment;
}

void crash_storage_fail(crash_storage *storage, int calls, int64_t nth, int forever, int error) {
  storage_lock();
  storage->failing_calls = calls;
  storage->calls_to_failure = nth;
  storage->failing_forever = forever;
  storage->error = error;
  storage_unlock();
}

void crash_storage_heal(crash_storage *storage) { crash_storage_fail(storage, 0, 0, 0, CRASH_STORAGE_IO_ERROR); }

int64_t crash_storage_failures(crash_storage *storage) {
  storage_lock();
  int64_t failures = storage->failures;
  storage_unlock();
  return failures;
}

int64_t crash_storage_count(crash_storage *storage, int calls, int files) {
  storage_lock();
  int64_t count = 0;
  for (int call = 0; call < 7; call++)
    for (int file = 0; file < 3; file++)
      if ((calls >> call & 1) && (files >> file & 1)) count += storage->counts[call][file];
  storage_unlock();
  return count;
}

void crash_storage_lie_about_syncs(crash_storage *storage, int files) {
  storage_lock();
  storage->lying = files;
  storage_unlock();
}
