/* Preloaded into a process (LD_PRELOAD), makes each fsync and fdatasync take SYNC_MS milliseconds longer: this machine's
 * disk answers in a fraction of one, most disks do not. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int then(const char *name, int file) {
  const char *said = getenv("SYNC_MS");
  long ms = said == NULL ? 0 : strtol(said, NULL, 10);
  struct timespec wait = {ms / 1000, ms % 1000 * 1000000L};
  nanosleep(&wait, NULL);
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  return real(file);
}

int fsync(int file) { return then("fsync", file); }
int fdatasync(int file) { return then("fdatasync", file); }
