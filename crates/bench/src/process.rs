//! Processes seen from outside: how much memory they take, as `/proc` says (Linux).

use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use anyhow::{Context, Result, anyhow};

/// In bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Memory {
    /// Everything that is mapped and in memory (RSS), the pages of the database file too, which are the operating
    /// system's cache and shared by all.
    pub(crate) resident: u64,
    /// What is nobody else's: heap and stacks.
    pub(crate) own: u64,
}

impl Memory {
    /// Of a process, now.
    pub(crate) fn of(process: u32) -> Result<Memory> {
        let path = format!("/proc/{process}/status");
        let status = fs::read_to_string(&path).with_context(|| format!("reading {path}"))?;
        Memory::read(&status).ok_or_else(|| anyhow!("{path} says nothing about memory"))
    }

    fn read(status: &str) -> Option<Memory> {
        let line = |name: &str| {
            let rest = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
            let kib: u64 = rest.trim().strip_suffix("kB")?.trim().parse().ok()?;
            Some(kib * 1024)
        };
        Some(Memory { resident: line("VmRSS")?, own: line("RssAnon")? })
    }

    fn or_more(self, other: Memory) -> Memory {
        Memory { resident: self.resident.max(other.resident), own: self.own.max(other.own) }
    }

    /// `72 MB (own 31)`; MB as the targets count them, of a million bytes.
    pub(crate) fn written(self) -> String {
        format!("{} MB (own {})", self.resident / 1_000_000, self.own / 1_000_000)
    }
}

/// Looks at a process all the time, and remembers the most memory it took.
pub(crate) struct Watch {
    over: Arc<AtomicBool>,
    thread: JoinHandle<Memory>,
}

impl Watch {
    pub(crate) fn begin(process: u32) -> Watch {
        let over = Arc::new(AtomicBool::new(false));
        let ends = over.clone();
        let thread = thread::spawn(move || {
            let mut most = Memory::default();
            while !ends.load(Ordering::Relaxed) {
                // A process that has just ended says nothing more.
                most = most.or_more(Memory::of(process).unwrap_or_default());
                thread::sleep(Duration::from_millis(20));
            }
            most
        });
        Watch { over, thread }
    }

    pub(crate) fn end(self) -> Result<Memory> {
        self.over.store(true, Ordering::Relaxed);
        self.thread.join().map_err(|_| anyhow!("watching a process failed"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_of_a_process_is_read() {
        let status = "Name:\tkartotek\nVmHWM:\t  99 kB\nVmRSS:\t   70000 kB\nRssAnon:\t   31000 kB\n";
        let memory = Memory::read(status);
        assert_eq!(memory, Some(Memory { resident: 71_680_000, own: 31_744_000 }));
        assert_eq!(memory.map(Memory::written).as_deref(), Some("71 MB (own 31)"));
    }
}
