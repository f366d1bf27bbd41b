"""The Shapley–Shubik and the Banzhaf index of all voters by powerindices.

    python voting.py QUOTA 29,29,27 REPEATS
"""
import sys

import powerindices

import stopwatch

if __name__ == "__main__":
    quota, weights = int(sys.argv[1]), [int(votes) for votes in sys.argv[2].split(",")]
    # Fresh lists each time: the functions write into the one they are given.
    stopwatch.report(
        int(sys.argv[3]),
        lambda: [*powerindices.compute_ssi(quota, list(weights)), *powerindices.compute_pbi(quota, list(weights))])
