//! Trade statistics, read, computed and drawn.
