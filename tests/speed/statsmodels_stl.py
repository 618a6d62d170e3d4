"""How long statsmodels takes for the STL that Xenotime's is timed by: milliseconds, a line of JSON.

It runs with `tests/references` on its path, where series and settings are.
"""

import json
from statistics import median
from time import perf_counter

from stl import decomposed
from series import FOLDER

WARMING = 60
SAMPLES = 9
CALLS = 10


def sample(values):
    """Milliseconds for each of several calls."""
    start = perf_counter()
    for _ in range(CALLS):
        decomposed(values)
    return (perf_counter() - start) * 1000 / CALLS


reference = json.loads((FOLDER / "filling.json").read_text(encoding="utf-8"))
exports = reference["series"]["exports"]
for _ in range(WARMING):
    decomposed(exports)
print(json.dumps({"stl": median(sample(exports) for _ in range(SAMPLES)), "months": len(exports)}))
