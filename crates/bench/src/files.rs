//! The files that are imported, as a spreadsheet and a telephone would write them; streamed, so that their size
//! does not matter.

use std::{
    fs::File,
    io::{BufWriter, Write},
    ops::Range,
    path::Path,
};

use anyhow::{Context, Result};
use kernel::Id;

use crate::{company::FEW, person::Person, shaped};

const HEADERS: [&str; 11] = [
    "Name",
    "Company",
    "E-mail",
    "Mobile phone",
    "Street",
    "Postal code",
    "City",
    "Country",
    "Birthday",
    "Tags",
    "Owner",
];

/// A CSV file of these people, of so many in all, with their own fields; one of [`FEW`] is looked after by `few`.
pub(crate) fn write_csv(path: &Path, numbers: Range<u64>, people: u64, owners: &[Id], few: Id) -> Result<()> {
    let mut file = csv::Writer::from_path(path).with_context(|| format!("writing {}", path.display()))?;
    file.write_record(HEADERS.into_iter().chain(shaped::headings()))?;
    for number in numbers {
        let person = Person::new(number, people);
        let address = person.address.as_ref();
        let part = |part: Option<&'static str>| part.unwrap_or_default();
        let owner = match number % FEW {
            0 => Some(&few),
            _ => owners.get(person.owner as usize % owners.len().max(1)),
        };
        let own = shaped::cells(number, people);
        let (name, tags) = (person.name(), person.tags.join(", "));
        let owner = owner.map(Id::to_string).unwrap_or_default();
        let common = [
            name.as_str(),
            person.company.as_deref().unwrap_or_default(),
            &person.email,
            person.phone.as_deref().unwrap_or_default(),
            address.map(|address| address.street.as_str()).unwrap_or_default(),
            part(address.map(|address| address.postal_code)),
            part(address.map(|address| address.city)),
            part(address.map(|address| address.country)),
            person.birthday.as_deref().unwrap_or_default(),
            &tags,
            &owner,
        ];
        file.write_record(common.into_iter().chain(own.iter().map(String::as_str)))?;
    }
    file.flush()?;
    Ok(())
}

/// A file of vCards (3.0, RFC 2426) of these people.
pub(crate) fn write_vcards(path: &Path, numbers: Range<u64>, people: u64) -> Result<()> {
    let file = File::create(path).with_context(|| format!("writing {}", path.display()))?;
    let mut out = BufWriter::new(file);
    for number in numbers {
        let person = Person::new(number, people);
        write!(out, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{}\r\n", person.name())?;
        write!(out, "N:{};{};{};;\r\n", person.family, person.given, person.middle)?;
        if let Some(company) = &person.company {
            write!(out, "ORG:{company}\r\n")?;
        }
        write!(out, "EMAIL;TYPE=INTERNET,WORK:{}\r\n", person.email)?;
        if let Some(phone) = &person.phone {
            write!(out, "TEL;TYPE=CELL:{phone}\r\n")?;
        }
        if let Some(address) = &person.address {
            let crate::person::Address { street, city, postal_code, country } = address;
            write!(out, "ADR;TYPE=HOME:;;{street};{city};;{postal_code};{country}\r\n")?;
        }
        if let Some(birthday) = &person.birthday {
            write!(out, "BDAY:{birthday}\r\n")?;
        }
        if !person.tags.is_empty() {
            write!(out, "CATEGORIES:{}\r\n", person.tags.join(","))?;
        }
        out.write_all(b"END:VCARD\r\n")?;
    }
    out.flush()?;
    Ok(())
}
