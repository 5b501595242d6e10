//! Kartotek in a box for tests: real databases, a cast of characters, builders.
