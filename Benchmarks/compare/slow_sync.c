// A disk that takes longer to confirm: every sync of the program takes SYNC_MICROSECONDS more.
//
//   cc -shared -fPIC -O2 -o slow_sync.so compare/slow_sync.c -ldl
//   SYNC_MICROSECONDS=2000 LD_PRELOAD=$PWD/slow_sync.so .build/release/record commands FOLDER 200
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_more(void) {
  const char *text = getenv("SYNC_MICROSECONDS");
  long micro = text ? atol(text) : 0;
  struct timespec pause = {micro / 1000000, micro % 1000000 * 1000};
  nanosleep(&pause, NULL);
}

int fdatasync(int file) {
  wait_more();
  return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
}

int fsync(int file) {
  wait_more();
  return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file);
}
