//! The kartotek binary. Everything it does is in the library beside it, so that tests can do the same.

/// Pages are made of many small texts: lists come out a quarter faster than with the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    app::run()
}
