// The VFS: SQLite's calls on watched files, noted and let through to the system's own VFS, or failed.
#include <string.h>

#include "Storage.h"

static sqlite3_vfs *system_vfs;

/// An open watched file. The system's own file follows it in the memory SQLite gives us.
typedef struct watched_file {
  sqlite3_file base;
  crash_storage *storage;
  sqlite3_file *file;
  int inode;
  int kind;          // CRASH_STORAGE_DATABASE, …
  int folder_dirty;  // the next sync syncs the folder, too
} watched_file;

static watched_file *of(sqlite3_file *file) { return (watched_file *)file; }
static sqlite3_file *within(sqlite3_file *file) { return of(file)->file; }

/// Counts a call on a file and returns the code it fails with: which, depends on the error; or `SQLITE_OK`.
static int failure(sqlite3_file *file, int call, int io_error, int disk_full) {
  storage_lock();
  crash_storage *storage = of(file)->storage;
  int result = !storage_fails(storage, call, of(file)->kind) ? SQLITE_OK : storage->error ? disk_full : io_error;
  storage_unlock();
  return result;
}

static int close_file(sqlite3_file *file) {
  int result = within(file)->pMethods->xClose(within(file));
  storage_lock();
  storage_release(of(file)->storage);
  storage_unlock();
  return result;
}

static int read_file(sqlite3_file *file, void *bytes, int size, sqlite3_int64 at) {
  int failed = failure(file, CRASH_STORAGE_READ, SQLITE_IOERR_READ, SQLITE_IOERR_READ);
  if (failed) return failed;
  return within(file)->pMethods->xRead(within(file), bytes, size, at);
}

/// Writes to the file and, as the journal must have them in that order, to the journal under one lock.
static int write_file(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at) {
  storage_lock();
  crash_storage *storage = of(file)->storage;
  int failing = storage_fails(storage, CRASH_STORAGE_WRITE, of(file)->kind), full = storage->error;
  if (failing) size = full ? size / 2 : 0;
  int result = SQLITE_OK;
  if (size > 0) {
    result = within(file)->pMethods->xWrite(within(file), bytes, size, at);
    change wrote = {.kind = WROTE, .inode = of(file)->inode, .at = at, .size = size};
    if (result == SQLITE_OK) storage_changed(storage, wrote, bytes);
  }
  storage_unlock();
  return failing ? (full ? SQLITE_FULL : SQLITE_IOERR_WRITE) : result;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
  storage_lock();
  crash_storage *storage = of(file)->storage;
  int result = SQLITE_IOERR_TRUNCATE;
  if (!storage_fails(storage, CRASH_STORAGE_TRUNCATE, of(file)->kind)) {
    result = within(file)->pMethods->xTruncate(within(file), size);
    change truncated = {.kind = TRUNCATED, .inode = of(file)->inode, .at = size};
    if (result == SQLITE_OK) storage_changed(storage, truncated, NULL);
  }
  storage_unlock();
  return result;
}

/// Notes the sync and does none: the files on the real disk need not survive anything.
static int sync_file(sqlite3_file *file, int flags) {
  (void)flags;
  storage_lock();
  crash_storage *storage = of(file)->storage;
  int failing = storage_fails(storage, CRASH_STORAGE_SYNC, of(file)->kind);
  if (failing || !(storage->lying & of(file)->kind)) {
    change synced = {.kind = failing ? FAILED_SYNC : SYNCED, .inode = of(file)->inode};
    if (!failing) {
      synced.folder = of(file)->folder_dirty && !(storage->lying & CRASH_STORAGE_FOLDER);
      of(file)->folder_dirty = 0;
    }
    storage_changed(storage, synced, NULL);
  }
  storage_unlock();
  return failing ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int map_memory(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
  int failed = failure(file, CRASH_STORAGE_MAP, SQLITE_IOERR_SHMMAP, SQLITE_IOERR_SHMSIZE);
  if (failed) {
    *memory = NULL;
    return failed;
  }
  return within(file)->pMethods->xShmMap(within(file), page, size, extend, memory);
}

// What neither changes a file nor reads it passes unseen.
static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
  return within(file)->pMethods->xFileSize(within(file), size);
}
static int lock_file(sqlite3_file *file, int level) { return within(file)->pMethods->xLock(within(file), level); }
static int unlock_file(sqlite3_file *file, int level) { return within(file)->pMethods->xUnlock(within(file), level); }
static int check_lock(sqlite3_file *file, int *held) {
  return within(file)->pMethods->xCheckReservedLock(within(file), held);
}
static int control(sqlite3_file *file, int operation, void *argument) {
  return within(file)->pMethods->xFileControl(within(file), operation, argument);
}
static int sector_size(sqlite3_file *file) { return within(file)->pMethods->xSectorSize(within(file)); }
static int characteristics(sqlite3_file *file) {
  return within(file)->pMethods->xDeviceCharacteristics(within(file));
}
static int lock_memory(sqlite3_file *file, int offset, int count, int flags) {
  return within(file)->pMethods->xShmLock(within(file), offset, count, flags);
}
static void memory_barrier(sqlite3_file *file) { within(file)->pMethods->xShmBarrier(within(file)); }
static int unmap_memory(sqlite3_file *file, int deleting) {
  return within(file)->pMethods->xShmUnmap(within(file), deleting);
}

/// Version 2: shared memory, but no memory-mapped files, whose writes nobody would see.
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_lock,
    .xFileControl = control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = map_memory,
    .xShmLock = lock_memory,
    .xShmBarrier = memory_barrier,
    .xShmUnmap = unmap_memory,
};

static int kind_of_file(int flags) {
  if (flags & SQLITE_OPEN_MAIN_DB) return CRASH_STORAGE_DATABASE;
  return flags & SQLITE_OPEN_WAL ? CRASH_STORAGE_WAL : CRASH_STORAGE_JOURNAL;
}

static int open_watched(const char *path, watched_file *file, int flags, int *out_flags) {
  crash_storage *storage = file->storage;
  if (storage_fails(storage, CRASH_STORAGE_OPEN, kind_of_file(flags))) return SQLITE_CANTOPEN;
  int result = system_vfs->xOpen(system_vfs, path, file->file, flags, out_flags);
  if (result != SQLITE_OK) return result;
  int name = storage_entry(storage, path);
  entry *entry = &storage->entries[name];
  file->kind = kind_of_file(flags);
  if (entry->inode < 0) {
    entry->inode = storage_new_inode(storage);
    // As the system's own VFS does: a new database is synced into the folder by the journal of its first transaction.
    file->folder_dirty = file->kind != CRASH_STORAGE_DATABASE;
    change created = {.kind = CREATED, .name = name, .inode = entry->inode};
    storage_changed(storage, created, NULL);
  }
  file->inode = entry->inode;
  file->base.pMethods = &methods;
  storage->references++;
  return SQLITE_OK;
}

static int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *opened, int flags, int *out_flags) {
  (void)vfs;
  const int ours = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
  storage_lock();
  crash_storage *storage = flags & ours ? storage_of(path) : NULL;
  int result;
  if (storage) {
    *of(opened) = (watched_file){.storage = storage, .file = (sqlite3_file *)(of(opened) + 1)};
    result = open_watched(path, of(opened), flags, out_flags);
  }
  storage_unlock();
  // A file nobody watches becomes the system's own, without a trace of us.
  return storage ? result : system_vfs->xOpen(system_vfs, path, opened, flags, out_flags);
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int syncing_folder) {
  (void)vfs;
  storage_lock();
  crash_storage *storage = storage_of(path);
  int result = SQLITE_IOERR_DELETE;
  if (storage) {
    size_t length = strlen(path);
    int kind = length > 4 && strcmp(path + length - 4, "-wal") == 0 ? CRASH_STORAGE_WAL : CRASH_STORAGE_JOURNAL;
    if (!storage_fails(storage, CRASH_STORAGE_DELETE, kind)) {
      result = system_vfs->xDelete(system_vfs, path, 0);
      int number = storage_entry(storage, path);
      change deleted = {.kind = DELETED, .name = number, .folder = syncing_folder && !(storage->lying & CRASH_STORAGE_FOLDER)};
      if (result == SQLITE_OK && storage->entries[number].inode >= 0) {
        storage->entries[number].inode = -1;
        storage_changed(storage, deleted, NULL);
      }
    }
  }
  storage_unlock();
  return storage ? result : system_vfs->xDelete(system_vfs, path, syncing_folder);
}

int crash_storage_install(void) {
  static sqlite3_vfs crash_vfs;
  int result = sqlite3_initialize();
  if (result != SQLITE_OK) return result;
  storage_lock();
  if (!system_vfs) {
    system_vfs = sqlite3_vfs_find(NULL);
    // All that is not about files (time, randomness, access, full paths) stays the system's; its functions that find
    // their data through the VFS they are given find it, for everything but the four fields below is the same.
    crash_vfs = *system_vfs;
    crash_vfs.szOsFile += (int)sizeof(watched_file);
    crash_vfs.zName = "crash-storage";
    crash_vfs.xOpen = open_file;
    crash_vfs.xDelete = delete_file;
    result = sqlite3_vfs_register(&crash_vfs, 1);
  }
  storage_unlock();
  return result;
}
