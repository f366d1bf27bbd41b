/* The worths of a spillover game as the library works them out, in C: one thread, plain loops.

       cc -O3 -march=native -o spillover spillover.c && ./spillover game.txt gamma REPEATS

   game.txt: the number of players n, then n figures each of baseline, limit, abatement cost, linear damage, quadratic
   damage and background, then n rows of transport, a row an emitter. What it took and all worths are printed as JSON.

   The members' equations are added up from the last member to the first, so one term a coalition is added on average;
   who stands at a bound is guessed, the equations of the others are solved by elimination without exchanging rows, and
   all who stand wrong are moved until nobody does. What is found is held against the conditions of the equilibrium.  */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 26, GUESSES = 12 };
enum position { AT_LOWER, BETWEEN, AT_UPPER };

static int n;
static double baseline[MOST], limit[MOST], cost[MOST], linear[MOST], quadratic[MOST], background[MOST];
static double transport[MOST][MOST], settling[MOST][MOST]; /* a row an emitter; a row a receptor */
static double unabated[MOST], first[MOST];
static double alone[MOST][MOST + 1];
static double sums[MOST + 1][MOST][MOST + 1]; /* of the members from each player on */
static double (*from[MOST + 1])[MOST + 1];
static double equations[MOST][MOST + 1], actions[MOST], deposition[MOST], spared[MOST];
static enum position positions[MOST];
static int alpha;

static int is_member(unsigned mask, int i) { return mask >> i & 1; }
static double top(unsigned mask, int i) { return alpha && !is_member(mask, i) ? 0 : limit[i]; }
static const double *equation(unsigned mask, int i) { return is_member(mask, i) ? from[0][i] : alone[i]; }
static double harm(int j) { return linear[j] + quadratic[j] * deposition[j]; }
static double scale(unsigned mask, int i) { return cost[i] * fabs(actions[i]) + equation(mask, i)[n]; }

static void add_up(unsigned mask, int changed) {
  for (int p = changed - 1; p >= 0; p--) {
    from[p] = from[p + 1];
    if (!is_member(mask, p)) continue;
    for (int i = 0; i < n; i++) {
      if (i >= p && !is_member(mask, i)) continue;
      double weight = quadratic[p] * settling[p][i];
      const double *restrict old = from[p + 1][i];
      double *restrict sum = sums[p][i];
      for (int k = 0; k < n; k++) sum[k] = old[k] + weight * settling[p][k];
      sum[n] = old[n] + settling[p][i] * first[p];
    }
    from[p] = sums[p];
  }
}

static int eliminate(int order) {
  for (int column = 0; column + 1 < order; column += 2) {
    const double *restrict first = equations[column];
    double *restrict second = equations[column + 1];
    double inverse = 1 / first[column], factor = second[column] * inverse;
    for (int k = column + 1; k <= order; k++) second[k] -= factor * first[k];
    double second_inverse = 1 / second[column + 1];
    for (int row = column + 2; row < order; row++) {
      double *restrict target = equations[row];
      double f = target[column] * inverse, g = (target[column + 1] - f * first[column + 1]) * second_inverse;
      for (int k = column + 2; k <= order; k++) target[k] -= f * first[k] + g * second[k];
    }
  }
  for (int column = order - 1; column >= 0; column--) {
    double value = equations[column][order] / equations[column][column];
    if (!isfinite(value)) return 0;
    equations[column][order] = value;
    for (int row = 0; row < column; row++) equations[row][order] -= equations[row][column] * value;
  }
  return 1;
}

static int solve_for_free(unsigned mask) {
  int order = 0, places[MOST];
  for (int i = 0; i < n; i++) {
    if (positions[i] == BETWEEN) places[order++] = i;
    else actions[i] = positions[i] == AT_LOWER ? 0 : top(mask, i);
  }
  for (int row = 0; row < order; row++) {
    const double *given = equation(mask, places[row]);
    double right = given[n];
    if (order == n) {
      memcpy(equations[row], given, n * sizeof(double));
    } else {
      for (int k = 0; k < n; k++) if (positions[k] == AT_UPPER) right -= given[k] * actions[k];
      for (int column = 0; column < order; column++) equations[row][column] = given[places[column]];
    }
    equations[row][order] = right;
    equations[row][row] += cost[places[row]];
  }
  if (!eliminate(order)) return 0;
  for (int row = 0; row < order; row++) actions[places[row]] = equations[row][order];
  return 1;
}

static void settle(unsigned mask) {
  memcpy(deposition, unabated, n * sizeof(double));
  for (int i = 0; i < n; i++) {
    if (actions[i] == 0) continue;
    for (int j = 0; j < n; j++) deposition[j] -= actions[i] * transport[i][j];
  }
  memset(spared, 0, sizeof spared);
  for (int j = 0; j < n; j++) {
    if (!is_member(mask, j)) continue;
    double weight = harm(j);
    for (int i = 0; i < n; i++) spared[i] += weight * settling[j][i];
  }
  for (int i = 0; i < n; i++) if (!is_member(mask, i)) spared[i] = transport[i][i] * harm(i);
}

static int any_moved(unsigned mask) {
  double largest = 0;
  for (int i = 0; i < n; i++) largest = fmax(largest, fabs(actions[i]));
  int any = 0;
  for (int i = 0; i < n; i++) {
    if (positions[i] == BETWEEN) {
      if (actions[i] >= -1e-11 * largest && actions[i] <= top(mask, i) + 1e-11 * largest) continue;
      positions[i] = actions[i] < 0 ? AT_LOWER : AT_UPPER;
    } else {
      double gain = positions[i] == AT_LOWER ? spared[i] : cost[i] * actions[i] - spared[i];
      if (gain <= 1e-11 * scale(mask, i) || top(mask, i) == 0) continue;
      positions[i] = BETWEEN;
    }
    any = 1;
  }
  return any;
}

static int is_met(unsigned mask) {
  for (int i = 0; i < n; i++) {
    double excess = cost[i] * actions[i] - spared[i], slack = 1e-10 * scale(mask, i);
    if (!(actions[i] >= 0 && actions[i] <= top(mask, i))) return 0;
    if (!(excess <= slack) && actions[i] > 0) return 0;
    if (!(excess >= -slack) && actions[i] < top(mask, i)) return 0;
  }
  return 1;
}

static int solve(unsigned mask) {
  for (int i = 0; i < n; i++)
    positions[i] = equation(mask, i)[n] > 0 && top(mask, i) > 0 ? BETWEEN : AT_LOWER;
  for (int guess = 0; guess < GUESSES; guess++) {
    if (!solve_for_free(mask)) return 0;
    settle(mask);
    if (any_moved(mask)) continue;
    int clipped = 0;
    for (int i = 0; i < n; i++) {
      double inside = fmin(fmax(actions[i], 0), top(mask, i));
      clipped |= inside != actions[i];
      actions[i] = inside;
    }
    if (clipped) settle(mask);
    return is_met(mask);
  }
  return 0;
}

static void worths(double *result) {
  from[n] = sums[n];
  add_up(0, n);
  result[0] = 0;
  for (unsigned mask = 1; mask < 1u << n; mask++) {
    unsigned changed = mask ^ (mask - 1);
    add_up(mask, 32 - __builtin_clz(changed));
    if (!solve(mask)) {
      fprintf(stderr, "no equilibrium was found for coalition %u\n", mask);
      exit(1);
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      if (!is_member(mask, i)) continue;
      sum += cost[i] * actions[i] * actions[i] / 2 + linear[i] * deposition[i]
        + quadratic[i] * deposition[i] * deposition[i] / 2;
    }
    result[mask] = sum;
  }
}

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

static void read_figures(FILE *file, double *figures, int count) {
  for (int i = 0; i < count; i++) {
    if (fscanf(file, "%lf", figures + i) != 1) { fputs("the game has too few figures\n", stderr); exit(1); }
  }
}

int main(int argc, char **argv) {
  if (argc != 4) { fputs("usage: spillover game.txt gamma|alpha REPEATS\n", stderr); return 1; }
  FILE *file = fopen(argv[1], "r");
  if (!file || fscanf(file, "%d", &n) != 1 || n < 1 || n > MOST) { fputs("no game\n", stderr); return 1; }
  double *lists[] = {baseline, limit, cost, linear, quadratic, background};
  for (int list = 0; list < 6; list++) read_figures(file, lists[list], n);
  for (int i = 0; i < n; i++) read_figures(file, transport[i], n);
  fclose(file);
  alpha = argv[2][0] == 'a';
  for (int j = 0; j < n; j++) {
    unabated[j] = background[j];
    for (int i = 0; i < n; i++) {
      settling[j][i] = transport[i][j];
      unabated[j] += transport[i][j] * baseline[i];
    }
    first[j] = linear[j] + quadratic[j] * unabated[j];
  }
  for (int i = 0; i < n; i++) {
    for (int k = 0; k < n; k++) alone[i][k] = transport[i][i] * quadratic[i] * transport[k][i];
    alone[i][n] = transport[i][i] * first[i];
  }
  double *result = malloc(sizeof(double) << n);
  int repeats = atoi(argv[3]);
  printf("{\"times\": {\"cpu\": [");
  double clocks[64];
  for (int repeat = 0; repeat < repeats && repeat < 64; repeat++) {
    double start = now(CLOCK_PROCESS_CPUTIME_ID), clock = now(CLOCK_MONOTONIC);
    worths(result);
    printf("%s%.9g", repeat ? ", " : "", now(CLOCK_PROCESS_CPUTIME_ID) - start);
    clocks[repeat] = now(CLOCK_MONOTONIC) - clock;
  }
  printf("], \"wall\": [");
  for (int repeat = 0; repeat < repeats && repeat < 64; repeat++) printf("%s%.9g", repeat ? ", " : "", clocks[repeat]);
  printf("]}, \"numbers\": [");
  for (unsigned mask = 0; mask < 1u << n; mask++) printf("%s%.17g", mask ? ", " : "", result[mask]);
  printf("]}\n");
  return 0;
}
