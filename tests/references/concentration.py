"""The Herfindahl-Hirschman index in exact fractions."""

from fractions import Fraction

from series import write

CASES = {
    "one": ["1"],
    "four equals": ["0.25"] * 4,
    "unequal": ["0.5", "0.3", "0.15", "0.05"],
    "with a rest": ["0.353", "0.214", "0.082", "0.041", "0.037", "0.019"],
    "mostly rest": ["0.07", "0.02", "0.001"],
}


def entry(texts):
    """What the file says of a list of shares."""
    shares = [Fraction(text) for text in texts]
    rest = 1 - sum(shares)
    low = sum(share**2 for share in shares)
    high = low + rest**2
    return {
        "shares": [float(share) for share in shares],
        "low": float(low),
        "high": float(high),
        "fewest": float(1 / high),
        "most": float(1 / low),
    }


if __name__ == "__main__":
    write("concentration.json", {"cases": {name: entry(shares) for name, shares in CASES.items()}})
