//! The kartotek binary. Everything it does is in the library beside it, so that tests can do the same.

fn main() -> std::process::ExitCode {
    app::run()
}
