//! The load generator: so many connections that ask one question after the other, each answer checked.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Result, bail, ensure};
use tokio::{runtime::Runtime, task::JoinSet};

use crate::http::{Answer, Connection};

/// One request, and by what a right answer is known.
pub(crate) struct Question {
    pub(crate) request: Vec<u8>,
    pub(crate) status: u16,
    /// Stands in the body; anything does when empty.
    pub(crate) marker: Vec<u8>,
}

/// The question of a number; none when there are no more.
pub(crate) type Questions = Arc<dyn Fn(usize) -> Option<Question> + Send + Sync>;

/// How a load is put on the server.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Load {
    pub(crate) connections: usize,
    /// How long a connection waits from one question to the next at least; nothing for as many as can be answered.
    pub(crate) every: Duration,
    pub(crate) warm_up: Duration,
    pub(crate) lasts: Duration,
}

/// What was measured.
#[derive(Debug, Clone, Default)]
pub(crate) struct Timing {
    /// In nanoseconds, the shortest first.
    sorted: Vec<u64>,
    took: Duration,
}

impl Timing {
    pub(crate) fn new(mut times: Vec<u64>, took: Duration) -> Timing {
        times.sort_unstable();
        Timing { sorted: times, took }
    }

    /// Together with what was measured afterwards.
    pub(crate) fn and(mut self, other: Timing) -> Timing {
        self.sorted.extend(other.sorted);
        Timing::new(self.sorted, self.took + other.took)
    }

    /// The time in milliseconds that so many of a thousand answers stayed below.
    pub(crate) fn at(&self, thousandth: usize) -> f64 {
        let at = (self.sorted.len() * thousandth / 1000).min(self.sorted.len().saturating_sub(1));
        self.sorted.get(at).map_or(f64::NAN, |time| *time as f64 / 1e6)
    }

    pub(crate) fn p50(&self) -> f64 {
        self.at(500)
    }

    pub(crate) fn p99(&self) -> f64 {
        self.at(990)
    }

    pub(crate) fn per_second(&self) -> f64 {
        self.sorted.len() as f64 / self.took.as_secs_f64()
    }
}

/// Puts the load on a server. Questions are asked from number `next` on, which is left at the first that was not.
pub(crate) fn run(
    runtime: &Runtime,
    address: SocketAddr,
    questions: &Questions,
    next: &Arc<AtomicUsize>,
    load: Load,
) -> Result<Timing> {
    runtime.block_on(async {
        let begins = Instant::now() + load.warm_up;
        let mut callers = JoinSet::new();
        for _ in 0..load.connections {
            callers.spawn(call(address, questions.clone(), next.clone(), begins, load));
        }
        let (mut times, mut until) = (Vec::new(), begins);
        while let Some(called) = callers.join_next().await {
            let (mine, ended) = called??;
            times.extend(mine);
            until = until.max(ended);
        }
        ensure!(!times.is_empty(), "there were too few different questions to measure anything");
        Ok(Timing::new(times, until - begins))
    })
}

async fn call(
    address: SocketAddr,
    questions: Questions,
    next: Arc<AtomicUsize>,
    begins: Instant,
    load: Load,
) -> Result<(Vec<u64>, Instant)> {
    let mut connection = Connection::open(address).await?;
    let mut times = Vec::with_capacity(16 * 1024);
    // A number that is taken is asked: the next edit of a card builds on the one before.
    while Instant::now() < begins + load.lasts {
        let Some(question) = questions(next.fetch_add(1, Ordering::Relaxed)) else { break };
        let asked = Instant::now();
        let answer = connection.ask(&question.request).await?;
        let took = asked.elapsed();
        check(&question, &answer)?;
        if asked >= begins {
            times.push(u64::try_from(took.as_nanos())?);
        }
        if took < load.every {
            tokio::time::sleep(load.every - took).await;
        }
    }
    Ok((times, Instant::now()))
}

fn check(question: &Question, answer: &Answer) -> Result<()> {
    let marked = question.marker.is_empty() || memchr::memmem::find(answer.body, &question.marker).is_some();
    if answer.status == question.status && marked {
        return Ok(());
    }
    let request = String::from_utf8_lossy(&question.request).into_owned();
    let (marker, text) = (String::from_utf8_lossy(&question.marker), answer.text());
    let from = text.find("<main").unwrap_or(0);
    let shown: String = text[from..].chars().take(1500).collect();
    bail!("answered {} instead of {} with `{marker}`:\n{request}\n\n{shown}", answer.status, question.status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_those_of_the_sorted_times() {
        let timing = Timing::new((1..=1000).rev().map(|ms| ms * 1_000_000).collect(), Duration::from_secs(2));
        assert_eq!((timing.p50(), timing.p99(), timing.per_second()), (501.0, 991.0, 500.0));
        assert_eq!(Timing::new(vec![2_000_000], Duration::from_secs(1)).p99(), 2.0);
    }
}
