//! The API as programs use it. `testbed::Program` holds every answer against the API's own document.

mod feed;
mod keys;
mod many;
mod merging;
mod reading;
mod rules;
mod writing;
