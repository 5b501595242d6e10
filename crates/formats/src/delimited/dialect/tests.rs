//! Dialects as spreadsheets and exporters write them.

use super::*;

fn check(sample: &str, separator: char, has_header: bool, skipped_lines: u64) {
    let dialect = sniff(sample);
    let found = (char::from(dialect.separator), dialect.has_header, dialect.skipped_lines);
    assert_eq!(found, (separator, has_header, skipped_lines), "{sample}");
}

#[test]
fn the_separator_is_found() {
    check("Name,Phone\nAda,123456\n", ',', true, 0);
    check("Navn;Telefon;Beløb\nÅse;12 34;1,50\nBo;56 78;2,25\n", ';', true, 0);
    check("Beløb;Sats\n1,50;2,50\n3,00;4,25\n", ';', true, 0);
    check("Name\tNote\nAda\tone, two, three\nBo\tone; two\n", '\t', true, 0);
    check("Name|Phone\nAda|1234\n", '|', true, 0);
    check("Name;Note\n\"Hansen; Bo\";\"a,b\nc,d\"\nx;y\n", ';', true, 0);
    check("Name\nAda\nBo\n", ',', true, 0);
    check("", ',', true, 0);
}

#[test]
fn the_separator_excel_declares_is_believed() {
    check("sep=;\r\nName;Phone\r\nAda;1,2,3\r\n", ';', true, 1);
    check("sep=\t\nName\tPhone\nAda\t1\n", '\t', true, 1);
    check("\u{FEFF}\"sep=|\"\nName|Phone\nAda|1\n", '|', true, 1);
    check("sep=,\n", ',', true, 1);
}

#[test]
fn remarks_before_the_table_are_passed_over() {
    let linked_in = "Notes:\n\"When exporting your connection data, you may notice that some of the email \
        addresses are missing.\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
        Ada,Lovelace,https://www.linkedin.com/in/ada,,Analytical,Countess,10 Dec 2023\n";
    check(linked_in, ',', true, 3);
    check(&linked_in.replace('\n', "\r\n"), ',', true, 3);
}

#[test]
fn headers_are_told_from_values() {
    check("ada@example.com,Ada\nbo@example.com,Bo\n", ',', false, 0);
    check("Ada,+45 12 34 56 78\nBo,+45 87 65 43 21\n", ',', false, 0);
    check("Ada Lovelace,London\nBo Hansen,London\nCai,Ry\n", ',', false, 0);
    check("Ada,London\nBo,London\nAda,Ry\n", ',', false, 0);
    check("Feld A;Feld B\n1;2\n", ';', true, 0);
    check("E-mail 1 - Value,Phone 1 - Value\na@b.dk,1\n", ',', true, 0);
    check("姓名,电话\n张伟,13800138000\n", ',', true, 0);
}

#[test]
fn apostrophes_quote_only_where_they_make_sense() {
    assert_eq!(sniff("a,b\n'x, y',2\n'z, w',3\n").quote, b'\'');
    assert_eq!(sniff("Name,Note\nO'Hara,'tis\nD'Arcy,it's\n").quote, b'"');
    assert_eq!(sniff("a,b\n\"x, 'y\",2\n").quote, b'"');
}

#[test]
fn a_sample_cut_in_the_middle_is_no_obstacle() {
    let long = format!("Name;Note\n{}", "Ada;\"one, two\nthree; four\"\n".repeat(5000));
    check(&long, ';', true, 0);
}
