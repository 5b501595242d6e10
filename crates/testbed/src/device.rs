//! A phone, or a calendar program: it comes with a password of its own and speaks WebDAV.

use base64ct::{Base64, Encoding};
use identity::app_passwords;
use kernel::Id;
use web::Method;

use crate::{Testbed, answer::Answer, browser::Browser, cast::Character};

pub struct Device<'bed> {
    browser: Browser<'bed>,
    /// The password as it was shown.
    pub password: String,
    pub user: Id,
}

impl Testbed {
    /// A device of somebody's, with a password made just now.
    pub fn device<'bed>(&'bed self, somebody: &'bed Browser<'bed>) -> Device<'bed> {
        let made = self.db().write(&somebody.scope(), |tx| app_passwords::create(tx, "Phone"));
        let (_, password) = made.expect("a password");
        self.device_with(somebody, &somebody.email, &password)
    }

    /// A device that comes with this name and password.
    pub fn device_with<'bed>(
        &'bed self,
        somebody: &'bed Character,
        name: &str,
        password: &str,
    ) -> Device<'bed> {
        let basic = format!("Basic {}", Base64::encode_string(format!("{name}:{password}").as_bytes()));
        Device {
            browser: Browser::device(self, somebody, basic),
            password: password.to_owned(),
            user: somebody.user,
        }
    }
}

impl Device<'_> {
    /// Asks by any method, with these headers.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&'static str, &str)], body: &str) -> Answer {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        self.browser.send_with(method, path, headers, body.as_bytes().to_vec())
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], "")
    }

    pub fn propfind(&self, path: &str, depth: &'static str, body: &str) -> Answer {
        self.ask("PROPFIND", path, &[("depth", depth)], body)
    }

    pub fn report(&self, path: &str, body: &str) -> Answer {
        self.ask("REPORT", path, &[("depth", "1")], body)
    }

    pub fn put(&self, path: &str, headers: &[(&'static str, &str)], body: &str) -> Answer {
        self.ask("PUT", path, headers, body)
    }

    pub fn delete(&self, path: &str) -> Answer {
        self.ask("DELETE", path, &[], "")
    }
}
