"""Programs that are run, with a limit of time, and what they answer."""
import json
import os
import signal
import subprocess


class NoAnswer(Exception):
    """Why a program gave none."""


def answer(command, limit):
    """What a program printed as JSON; it and all that it started are killed after `limit` seconds on the clock."""
    environment = dict(os.environ, OPENBLAS_NUM_THREADS="1")  # matrices of 13 × 13 gain nothing from threads
    process = subprocess.Popen(
        [str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
        process_group=0)
    try:
        printed, said = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        raise NoAnswer(f"no answer in {limit:.0f} s") from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)  # the group is the program's own
            process.communicate()
    if process.returncode != 0:
        last = (said.decode(errors="replace").strip().splitlines() or ["nothing said"])[-1]
        raise NoAnswer(f"failed: {last[:120]}")
    return json.loads(printed, parse_int=float)  # so that -0 stays apart from 0
