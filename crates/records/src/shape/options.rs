//! A workspace's options for a field of ours that chooses, such as the steps of its own way of working.

use kernel::{Error, Result, Tx};

use super::{FieldShape, store::change};
use crate::{Object, field::options::OwnOption};

/// Gives a field of ours that chooses these options, in their order. Those left out are offered no more; where one was chosen it
/// still shows. `Invalid` for a field that chooses nothing.
pub fn set_options(tx: &mut Tx, object: &Object, key: &str, mut options: Vec<OwnOption>) -> Result<()> {
    let field = object.field(key)?;
    let Some(known) = field.kind.options().filter(|_| !field.own) else {
        return Err(Error::invalid(key, "not-a-choice"));
    };
    for left in known.all(tx.locality().language) {
        if options.iter().all(|option| option.key != left.key) {
            options.push(OwnOption { retired: true, ..left });
        }
    }
    change(tx, object.key, |_, shape| {
        match shape.fields.iter_mut().find(|known| known.key == key) {
            Some(known) => known.options = options,
            None => shape.fields.push(FieldShape { key: key.to_owned(), options, ..FieldShape::default() }),
        }
        Ok(())
    })
}
