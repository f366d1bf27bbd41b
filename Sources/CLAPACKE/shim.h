// LAPACKE's complex types need C's own; they are not used here, but its header wants them defined.
#include <complex.h>
#include <lapacke.h>
