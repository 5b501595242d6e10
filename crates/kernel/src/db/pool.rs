//! A bounded set of connections that are opened when first needed and given back when dropped.

use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
    time::{Duration, Instant},
};

use parking_lot::{Condvar, Mutex};

use crate::{db::Connection, error::Result};

type Open = Box<dyn Fn() -> Result<Box<dyn Connection>> + Send + Sync>;

pub(crate) struct Pool {
    open: Open,
    state: Mutex<State>,
    returned: Condvar,
}

struct State {
    idle: Vec<Box<dyn Connection>>,
    /// How many more may be opened.
    left: usize,
    /// Who waits for one.
    waiting: usize,
}

/// Waited for in one go.
const LONG: Duration = Duration::from_secs(60);

impl Pool {
    pub(crate) fn new(most: usize, open: Open) -> Arc<Pool> {
        let state = State { idle: Vec::new(), left: most.max(1), waiting: 0 };
        Arc::new(Pool { open, state: Mutex::new(state), returned: Condvar::new() })
    }

    /// Waits while all connections are out.
    pub(crate) fn take(self: &Arc<Self>) -> Result<Taken> {
        loop {
            if let Some(taken) = self.take_within(LONG)? {
                return Ok(taken);
            }
        }
    }

    /// Waits so long at most while all connections are out.
    pub(crate) fn take_within(self: &Arc<Self>, most: Duration) -> Result<Option<Taken>> {
        let until = Instant::now() + most;
        let mut state = self.state.lock();
        loop {
            if let Some(mut connection) = state.idle.pop() {
                if connection.usable() {
                    return Ok(Some(Taken { pool: self.clone(), connection: Some(connection) }));
                }
                state.left += 1;
            } else if state.left > 0 {
                state.left -= 1;
                drop(state);
                return match (self.open)() {
                    Ok(connection) => Ok(Some(Taken { pool: self.clone(), connection: Some(connection) })),
                    Err(error) => {
                        self.state.lock().left += 1;
                        self.returned.notify_one();
                        Err(error)
                    }
                };
            } else {
                state.waiting += 1;
                let waited = self.returned.wait_until(&mut state, until);
                state.waiting -= 1;
                if waited.timed_out() && state.idle.is_empty() && state.left == 0 {
                    return Ok(None);
                }
            }
        }
    }

    /// Whether somebody waits for a connection.
    pub(crate) fn is_wanted(&self) -> bool {
        self.state.lock().waiting > 0
    }
}

/// A connection that is out; it goes back when dropped.
pub(crate) struct Taken {
    pool: Arc<Pool>,
    connection: Option<Box<dyn Connection>>,
}

impl Deref for Taken {
    type Target = Box<dyn Connection>;
    #[expect(clippy::expect_used, reason = "only drop empties it")]
    fn deref(&self) -> &Box<dyn Connection> {
        self.connection.as_ref().expect("held until dropped")
    }
}

impl DerefMut for Taken {
    #[expect(clippy::expect_used, reason = "only drop empties it")]
    fn deref_mut(&mut self) -> &mut Box<dyn Connection> {
        self.connection.as_mut().expect("held until dropped")
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.pool.state.lock().idle.push(connection);
            self.pool.returned.notify_one();
        }
    }
}
