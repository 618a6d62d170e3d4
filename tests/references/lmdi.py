"""A change in value split into quantity and price (LMDI-I, additive), to fifty digits."""

from decimal import Decimal, getcontext

from series import write

# Value and quantity, before and then.
CASES = {
    "volume up, value down": [("763.4", "52306.5"), ("488.9", "55431")],
    "both up": [("100", "50"), ("180", "60")],
    "hardly a change": [("100", "50"), ("100.0000001", "50.0000002")],
    "no change in value": [("100", "50"), ("100", "80")],
    "many times over": [("0.004", "12"), ("913000", "31")],
}


def log_mean(one, other):
    """The logarithmic mean."""
    return one if one == other else (one - other) / (one.ln() - other.ln())


def entry(before, then):
    """What the file says of a change."""
    value, quantity = map(Decimal, before)
    later_value, later_quantity = map(Decimal, then)
    weight = log_mean(later_value, value)
    by_volume = weight * (later_quantity / quantity).ln()
    by_price = weight * ((later_value / later_quantity) / (value / quantity)).ln()
    return {
        "values": [float(value), float(later_value)],
        "volumes": [float(quantity), float(later_quantity)],
        "log_mean": float(weight),
        "by_volume": float(by_volume),
        "by_price": float(by_price),
    }


if __name__ == "__main__":
    getcontext().prec = 50
    write("lmdi.json", {"cases": {name: entry(*pairs) for name, pairs in CASES.items()}})
