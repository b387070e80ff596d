/*
 * Runs Hyperscan over a text in blocks, and prints what it did on one line: patterns, milliseconds to compile them, then for
 * each text megabytes a second of processor time (of each block the least of some runs) and matches.
 *
 *   cc -O2 hyperscan.c $(pkg-config --cflags --libs libhs) -o hyperscan
 *   hyperscan <patterns> <bytes of a block> <runs> <text>…
 *
 * A line of the pattern file is one expression, in bytes and without regard to case.
 */
#include <hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char *readFile(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(1);
  }
  fseek(file, 0, SEEK_END);
  *length = (size_t)ftell(file);
  rewind(file);
  char *text = malloc(*length + 1);
  if (!text || fread(text, 1, *length, file) != *length) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(1);
  }
  text[*length] = 0;
  fclose(file);
  return text;
}

static double processorSeconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static hs_database_t *compile(char *patterns, unsigned *count) {
  unsigned room = 1;
  for (const char *at = patterns; *at; at++) room += *at == '\n';
  const char **expressions = malloc(room * sizeof *expressions);
  unsigned *flags = malloc(room * sizeof *flags);
  unsigned *ids = malloc(room * sizeof *ids);
  *count = 0;
  for (char *line = strtok(patterns, "\n"); line; line = strtok(NULL, "\n")) {
    expressions[*count] = line;
    flags[*count] = HS_FLAG_CASELESS;
    ids[*count] = *count;
    (*count)++;
  }
  hs_database_t *database = NULL;
  hs_compile_error_t *error = NULL;
  if (hs_compile_multi(expressions, flags, ids, *count, HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS) {
    fprintf(stderr, "pattern %d: %s\n", error->expression + 1, error->message);
    exit(1);
  }
  return database;
}

static int countMatch(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *count) {
  (void)id, (void)from, (void)to, (void)flags;
  ++*(unsigned long long *)count;
  return 0;
}

static void scan(const hs_database_t *database, hs_scratch_t *scratch, const char *path, size_t block, int runs) {
  size_t length;
  char *text = readFile(path, &length);
  const size_t blocks = (length + block - 1) / block;
  double *least = malloc(blocks * sizeof *least);
  double sum = 0;
  unsigned long long matches = 0;
  if (!least) exit(1);
  for (int run = 0; run < runs; run++) {
    matches = 0;
    for (size_t index = 0; index < blocks; index++) {
      const size_t at = index * block;
      const unsigned size = (unsigned)(length - at < block ? length - at : block);
      const double start = processorSeconds();
      if (hs_scan(database, text + at, size, 0, scratch, countMatch, &matches) != HS_SUCCESS) exit(1);
      const double taken = processorSeconds() - start;
      if (run == 0 || taken < least[index]) least[index] = taken;
    }
  }
  for (size_t index = 0; index < blocks; index++) sum += least[index];
  printf(" %.1f %llu", (double)length / 1e6 / sum, matches);
  free(least);
  free(text);
}

int main(int argc, char **argv) {
  if (argc < 5) return 2;
  size_t length;
  unsigned count;
  const double start = processorSeconds();
  hs_database_t *database = compile(readFile(argv[1], &length), &count);
  hs_scratch_t *scratch = NULL;
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) return 1;
  printf("%u %.0f", count, 1000 * (processorSeconds() - start));
  for (int at = 4; at < argc; at++) scan(database, scratch, argv[at], strtoul(argv[2], NULL, 10), atoi(argv[3]));
  printf("\n");
  return 0;
}
