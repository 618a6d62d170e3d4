/**
 * The parameters of an address that lead to another view than the usual one, in the order of their table
 * (src/query/parameters.rs), from which `XENOTIME_SHOW=1 cargo test --test registry` writes this list.
 */
export const CHOICES = ["chart", "flow", "product", "partner", "measure", "unit", "month", "from", "to", "compare", "by", "adjust", "event", "with", "per", "as", "base", "scale", "asof", "notes"];
