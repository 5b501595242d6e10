//! Statistics that are assumed, not gathered, so that SQLite plans a statement the same way for ten rows and for ten
//! million. Gathered ones stay with a connection while a table grows, and then make it read all of it; without any, it takes
//! a key that begins with the workspace for as good as an index on the workspace and a card.
//! The form of `sqlite_stat1`: <https://www.sqlite.org/fileformat2.html#the_sqlite_stat1_table>.

use crate::{
    db::{Connection, Value},
    error::Result,
};

/// Rows of every table, all of one workspace.
const ROWS: u64 = 1_000_000;
/// The same as a table itself counts them: read in its own order, a table costs less than through an index that sends to it for
/// each row, and more than through one that says all. SQLite takes the three for alike where an index leaves out rows.
const IN_ORDER: u64 = 700_000;
/// Rows that share the workspace and the next column, those that share one more, and so on.
const SHARED: [u64; 4] = [200, 20, 4, 2];

const INDEXES: &str = "SELECT t.name, CASE WHEN i.origin = 'pk' AND t.wr THEN t.name ELSE i.name END, i.\"unique\", \
    (SELECT group_concat(c.name) FROM (SELECT COALESCE(name, '(expression)') AS name FROM pragma_index_info(i.name) ORDER BY seqno) AS c) \
    FROM pragma_table_list AS t, pragma_index_list(t.name) AS i \
    WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY 1, 2";

/// Writes the statistics unless they stand there already.
pub(super) fn assume(connection: &mut dyn Connection) -> Result<()> {
    let mut wanted = Vec::new();
    for row in connection.query(INDEXES, &[])? {
        let columns: Vec<&str> = row.text(3).split(',').collect();
        let is_table = row.text(0) == row.text(1);
        let numbers = numbers(&columns, row.int(2) == 1, is_table);
        wanted.push([row.text(0).to_owned(), row.text(1).to_owned(), numbers]);
    }
    // Makes the table of statistics when there is none.
    connection.batch("ANALYZE sqlite_schema")?;
    let stands = connection.query("SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY tbl, idx", &[])?;
    let stands = stands.iter().map(|row| [0, 1, 2].map(|at| row.text(at).to_owned()));
    if stands.eq(wanted.iter().cloned()) {
        return Ok(());
    }
    connection.batch("BEGIN IMMEDIATE; DELETE FROM sqlite_stat1;")?;
    for row in wanted {
        let row = row.map(Value::from);
        connection.execute("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?1, ?2, ?3)", &row)?;
    }
    // Other connections read the statistics with the schema, so whoever did since an index was made, and before now, plans without
    // them. They read both again when the schema has changed.
    connection
        .batch("CREATE TABLE steady_plans (one); DROP TABLE steady_plans; COMMIT; ANALYZE sqlite_schema;")
}

/// `1000000 1000000 200 20 1`: the rows of the index, then how many share the first column, the first two, and so on.
fn numbers(columns: &[&str], unique: bool, is_table: bool) -> String {
    let mut numbers = ROWS.to_string();
    let (mut shared, mut next) = (ROWS, SHARED.into_iter());
    for (at, column) in columns.iter().enumerate() {
        shared = match *column {
            "workspace_id" if is_table => IN_ORDER,
            "workspace_id" => ROWS,
            "id" => 1,
            _ if unique && at + 1 == columns.len() => 1,
            _ => next.next().unwrap_or(1).min(shared),
        };
        numbers.push(' ');
        numbers.push_str(&shared.to_string());
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKS: &str = "CREATE TABLE links (workspace_id BLOB, id BLOB, from_id BLOB, kind TEXT, \
        PRIMARY KEY (workspace_id, id)) WITHOUT ROWID; CREATE INDEX links_from ON links (workspace_id, from_id, kind);";

    fn plan(connection: &mut dyn Connection) -> String {
        let sql = "EXPLAIN QUERY PLAN SELECT kind, id FROM links WHERE workspace_id = ?1 AND from_id = ?2 AND id <> ?1";
        connection.query(sql, &[Value::from("w"), Value::from("c")]).unwrap()[0].text(3).to_owned()
    }

    /// SQLite reads the statistics when it reads the schema: <https://www.sqlite.org/pragma.html#pragma_schema_version>.
    #[test]
    fn statistics_that_changed_are_read_by_other_connections_too() {
        let mut connection = crate::db::sqlite::open_writer(std::path::Path::new(":memory:")).unwrap();
        connection.batch(LINKS).unwrap();
        connection.batch("ANALYZE sqlite_schema").unwrap();
        let version = |connection: &mut dyn Connection| {
            connection.query("PRAGMA schema_version", &[]).unwrap()[0].int(0)
        };
        let before = version(&mut *connection);
        assume(&mut *connection).unwrap();
        let after = version(&mut *connection);
        assert_ne!(before, after);
        assume(&mut *connection).unwrap();
        assert_eq!(version(&mut *connection), after, "nothing changed");
    }

    #[test]
    fn an_index_is_used_as_it_was_meant() {
        let mut connection = crate::db::sqlite::open_writer(std::path::Path::new(":memory:")).unwrap();
        connection.batch(LINKS).unwrap();
        for _ in 0..2 {
            assume(&mut *connection).unwrap();
            assert!(plan(&mut *connection).contains("links_from"), "{}", plan(&mut *connection));
        }
        let rows = connection.query("SELECT idx, stat FROM sqlite_stat1 ORDER BY idx", &[]).unwrap();
        let rows: Vec<_> = rows.iter().map(|row| format!("{}: {}", row.text(0), row.text(1))).collect();
        assert_eq!(rows, ["links: 1000000 700000 1", "links_from: 1000000 1000000 200 20"]);
    }
}
