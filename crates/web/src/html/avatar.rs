//! Avatars: initials on a colour that follows from the key, or a picture; and the coloured tab of a kind of card.

use kernel::Id;
use maud::{Markup, html};

/// How many hues the styles know.
const HUES: u32 = 24;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// People.
    #[default]
    Round,
    /// Companies, households, workspaces.
    Square,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AvatarSize {
    /// In a line of text.
    #[default]
    Small,
    Medium,
    /// At the head of a card.
    Large,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Avatar<'a> {
    pub name: &'a str,
    /// Decides the colour.
    pub id: Id,
    pub shape: Shape,
    pub size: AvatarSize,
    /// The address of a picture of ours.
    pub picture: Option<&'a str>,
}

/// Decoration: the name stands beside it.
pub fn avatar(avatar: &Avatar) -> Markup {
    let shape = (avatar.shape == Shape::Square).then_some("square");
    let size = match avatar.size {
        AvatarSize::Small => None,
        AvatarSize::Medium => Some("m"),
        AvatarSize::Large => Some("l"),
    };
    html! {
        span.avatar data-hue=(avatar.id.spread() % HUES) data-shape=[shape] data-size=[size] aria-hidden="true" {
            @if let Some(picture) = avatar.picture {
                img src=(picture) alt="" loading="lazy" decoding="async";
            } @else {
                (initials(avatar.name))
            }
        }
    }
}

/// The first letters of the first and the last word; of a name in Han, kana or hangul its last two characters,
/// which are the given name.
pub fn initials(name: &str) -> String {
    let words: Vec<&str> = name
        .split([' ', '\u{3000}', '-', ','])
        .filter(|word| word.starts_with(char::is_alphanumeric))
        .collect();
    let letter =
        |word: &str| word.chars().next().into_iter().flat_map(char::to_uppercase).collect::<String>();
    match words.as_slice() {
        [] => String::new(),
        [only] if only.chars().next().is_some_and(is_east_asian) => {
            let letters: Vec<char> = only.chars().collect();
            letters[letters.len().saturating_sub(2)..].iter().collect()
        }
        [only] => letter(only),
        [first, .., last] => letter(first) + &letter(last),
    }
}

fn is_east_asian(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{20000}'..='\u{3ffff}')
}

/// The coloured tab of a kind of card: `person`, `company`, `deal`…; anything else takes the colour of `custom`.
pub fn tab(kind: &str) -> Markup {
    html! { span.tab data-tab=(kind) {} }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_fit_the_script() {
        for (name, expected) in [
            ("Anna Berg", "AB"),
            ("Søren Kierkegaard Ørsted", "SØ"),
            ("Мария Иванова", "МИ"),
            ("王小明", "小明"),
            ("海星", "海星"),
            ("Çağla Işık", "ÇI"),
            ("Berg & Sønner", "BS"),
            ("berg", "B"),
            ("", ""),
            ("?", ""),
        ] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }

    #[test]
    fn an_avatar_is_what_the_gallery_shows() {
        let company = Avatar {
            name: "Berg & Sønner",
            shape: Shape::Square,
            size: AvatarSize::Large,
            ..Avatar::default()
        };
        assert_eq!(
            avatar(&company).into_string(),
            r#"<span class="avatar" data-hue="0" data-shape="square" data-size="l" aria-hidden="true">BS</span>"#
        );
    }
}
