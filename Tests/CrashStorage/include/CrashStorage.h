/// A disk for tests whose power fails and whose calls fail, under the SQLite of this process.
///
/// SQLite reaches its files through a VFS. The one defined here stands before the system's own and lets every call
/// through, so that locks, shared memory and reads are the real ones. For the folders it is asked to watch it does
/// three things more: it keeps a journal of every write, truncation, creation, deletion and sync; it fails the calls a
/// test wants to see fail; and it never syncs, which is what makes ten thousand power failures affordable.
///
/// What a power failure leaves is worked out from the journal, for any moment of it: synced content for sure, and of
/// what was written since, whatever a seed says. See `crash_storage_crash`.
///
/// After SQLite's own crash tests (src/test6.c and test/crash*.test of the SQLite sources) and its I/O error tests
/// (test/ioerr*.test), which fail the n-th call for n = 1, 2, 3, ….
#ifndef CRASH_STORAGE_H
#define CRASH_STORAGE_H

#include <stdint.h>

/// A watched folder. Every function below takes the one lock of this library: any thread may call them.
typedef struct crash_storage crash_storage;

/// The calls that are counted and can fail. A set of them is their sum.
enum {
  CRASH_STORAGE_READ = 1,
  CRASH_STORAGE_WRITE = 2,
  CRASH_STORAGE_SYNC = 4,
  CRASH_STORAGE_TRUNCATE = 8,
  CRASH_STORAGE_OPEN = 16,
  CRASH_STORAGE_DELETE = 32,
  /// A page of the shared memory that SQLite keeps beside a write-ahead log.
  CRASH_STORAGE_MAP = 64,
  CRASH_STORAGE_ANY_CALL = 127
};

/// The files of a database, told apart by how SQLite opens them.
enum {
  CRASH_STORAGE_DATABASE = 1,
  CRASH_STORAGE_WAL = 2,
  CRASH_STORAGE_JOURNAL = 4,
  CRASH_STORAGE_ANY_FILE = 7,
  /// The folder itself: which names there are. Only for `crash_storage_lie_about_syncs`.
  CRASH_STORAGE_FOLDER = 8
};

/// How a call fails.
enum {
  /// EIO: nothing is written. A failed sync moreover leaves it to chance which of the file's unsynced writes are on the
  /// disk, and no later sync makes up for it: Linux marks pages clean that it could not write (Rebello et al. 2020,
  /// USENIX ATC).
  CRASH_STORAGE_IO_ERROR = 0,
  /// ENOSPC: the first half of a write is written. A sync fails as above.
  CRASH_STORAGE_DISK_FULL = 1
};

/// Registers the VFS as the default of this process, in front of the one that was; a second call changes nothing.
/// Folders that nobody watches do not notice.
///
/// Returns an SQLite result code.
int crash_storage_install(void);

/// Watches an existing folder: what its files hold now counts as synced. Shared-memory files are not read.
/// Databases in the folder must be closed, and only SQLite may write to it from now on.
///
/// Returns null when the folder cannot be read.
crash_storage *crash_storage_open(const char *folder);

/// Stops watching. Files still open stay usable and are no longer part of any storage's future.
void crash_storage_close(crash_storage *storage);

/// The number of changes so far: the time scale of `crash_storage_crash`.
int64_t crash_storage_moment(crash_storage *storage);

/// Writes into `folder`, which must exist and should be empty, what is left when the power fails after the first
/// `moment` changes. Any moment of the past will do, any number of times; the storage itself is not changed.
///
/// Certain is: for each file, everything written before its last successful sync; and every creation and deletion of a
/// file before the last sync of the folder (SQLite syncs the folder with the first sync of a new journal or
/// write-ahead log, and with a deletion when asked to).
///
/// Up to the seed is, for each file on its own: all unsynced changes kept; none; a leading part of them, the last torn;
/// each one kept or lost by itself, hence out of order; each sector of 512 bytes of each write kept or lost by itself;
/// the same with some sectors filled with garbage. A lost write beyond the end of the file may still make it longer, by
/// zeros. Bytes next to a write are safe ("powersafe overwrite", which SQLite assumes of every disk). Unsynced
/// creations and deletions are kept or lost, path by path. Shared memory beside a write-ahead log is gone or garbage.
///
/// Returns the number of files that survived, or -1 when one could not be written.
int crash_storage_crash(crash_storage *storage, int64_t moment, uint64_t seed, const char *folder);

/// Makes the `nth` of the given `calls` from now on fail (1 is the next), once or from then on `forever`.
/// Power that goes while a program runs is `CRASH_STORAGE_ANY_CALL` failing for ever, and a crash at that moment.
void crash_storage_fail(crash_storage *storage, int calls, int64_t nth, int forever, int error);

/// Lets every call through again: the disk is repaired, or has space.
void crash_storage_heal(crash_storage *storage);

/// How many calls have been made to fail so far.
int64_t crash_storage_failures(crash_storage *storage);

/// How many of the given `calls` on the given `files` were made so far, failed ones included.
int64_t crash_storage_count(crash_storage *storage, int calls, int files);

/// From now on syncs of the given `files` report success and do nothing: the fault that a power-loss test must find.
/// Added to them, `CRASH_STORAGE_FOLDER` spares the folder, too, whatever file it would have been synced with.
void crash_storage_lie_about_syncs(crash_storage *storage, int files);

#endif
