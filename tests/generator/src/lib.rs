//! Writes the fixtures.
