# leverparser, as its own description uses it. Does the job that job.mjs has for readers in Node.

import json
import sys
import time
from pathlib import Path

from pyresume import ResumeParser

lookups = 0


def refuse(event, _arguments):
    """A reader reaches no other computer; that it tries is counted."""
    global lookups
    if event in ("socket.getaddrinfo", "socket.connect"):
        lookups += 1
        raise OSError("nothing is looked up")


def measure(once, times):
    """How many milliseconds one of many readings takes, by the clock and of the processor. The first half is not counted."""
    clock, before = [], 0.0
    for turn in range(2 * times):
        if turn == times:
            before = time.process_time()
        start = time.perf_counter()
        once()
        clock.append((time.perf_counter() - start) * 1000)
    computing = (time.process_time() - before) * 1000 / times
    return {"milliseconds": sorted(clock[times:])[times // 2], "computing": computing}


def read(file):
    resume = parser.parse_text(Path(file).read_text(encoding="utf-8")).to_dict()
    # What it says of its work is no part of the reading.
    del resume["confidence_scores"], resume["extraction_metadata"]
    return resume


sys.addaudithook(refuse)
job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
parser = ResumeParser()
figures = measure(lambda: read(job["timed"]), job["times"])
figures["readings"] = [read(file) for file in job["files"]]
figures["lookups"] = lookups
Path(sys.argv[2]).write_text(json.dumps(figures, default=str), encoding="utf-8")
