//! Gathers `messages/<language>/*.ftl` into one table, so that a new file of messages needs no registration.

use std::{env, error::Error, fmt::Write, fs, path::Path, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let messages = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("messages");
    println!("cargo:rerun-if-changed={}", messages.display());

    let mut table = String::from("pub(crate) static FILES: &[(&str, &str, &str)] = &[\n");
    for folder in sorted_entries(&messages)? {
        println!("cargo:rerun-if-changed={}", folder.display());
        for file in
            sorted_entries(&folder)?.iter().filter(|file| file.extension().is_some_and(|e| e == "ftl"))
        {
            println!("cargo:rerun-if-changed={}", file.display());
            let (language, name) =
                (folder.file_name().unwrap_or_default(), file.file_name().unwrap_or_default());
            writeln!(table, "    ({language:?}, {name:?}, include_str!({file:?})),")?;
        }
    }
    table.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("messages.rs"), table)?;
    Ok(())
}

fn sorted_entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
