//! Words as they are compared: in Latin letters, without marks, with spellings of one sound made one.

use pinyin::ToPinyin;

/// The words of a text in Latin letters, folded: `Søren` and `Soeren`, `Петър` and `Petar`, `王小明` and `Wang Xiaoming`
/// come close to each other or become the same.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut latin = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match (letter.to_pinyin(), cyrillic(letter)) {
            (Some(syllable), _) => latin.push_str(match syllable.plain() {
                "lv" | "lü" => "lu",
                "nv" | "nü" => "nu",
                plain => plain,
            }),
            (None, Some(plain)) => latin.push_str(plain),
            (None, None) => latin.push(letter),
        }
    }
    let mut words = Vec::new();
    locale::tokens::tokens(&latin, &mut words);
    words.into_iter().map(|word| spelled(&word)).collect()
}

/// As in Bulgaria's law on transliteration (2009); other languages' letters besides. The case is lost anyway.
fn cyrillic(letter: char) -> Option<&'static str> {
    if !('\u{400}'..='\u{45f}').contains(&letter) {
        return None;
    }
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    Some(match lower {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'ё' | 'є' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' | 'ы' | 'і' | 'ь' => "i",
        'ї' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "sht",
        'ъ' => "a",
        'ю' => "iu",
        'я' => "ia",
        _ => "",
    })
}

/// Letters that are written one way or another become one of them.
fn spelled(word: &str) -> String {
    const PAIRS: [(&str, &str); 12] = [
        ("aa", "a"),
        ("ae", "a"),
        ("oe", "o"),
        ("ue", "u"),
        ("zh", "j"),
        ("kh", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("ts", "c"),
        ("ck", "k"),
        ("ks", "x"),
        ("ie", "i"),
    ];
    let mut spelled = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let pair = PAIRS.iter().find(|(pair, _)| rest.starts_with(pair));
        let (letter, length) = match pair {
            Some((pair, one)) => (*one, pair.len()),
            None => match first {
                'y' => ("i", 1),
                'w' => ("v", 1),
                'q' => ("k", 1),
                _ => (&rest[..first.len_utf8()], first.len_utf8()),
            },
        };
        // A letter doubled is a letter.
        if !spelled.ends_with(letter) || letter.chars().all(|c| c.is_ascii_digit()) {
            spelled.push_str(letter);
        }
        rest = &rest[length..];
    }
    spelled
}

/// What is left of a word when vowels and fine differences go: words of one sound are worth comparing.
pub(super) fn sound(word: &str) -> String {
    let mut heard = String::with_capacity(6);
    for (at, letter) in word.chars().enumerate() {
        let plain = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' if at == 0 => 'a',
            'a' | 'e' | 'i' | 'o' | 'u' | 'h' => continue,
            'c' | 'k' | 'g' => 'k',
            'z' | 's' | 'x' => 's',
            'f' | 'v' => 'v',
            'd' | 't' => 't',
            'b' | 'p' => 'p',
            'm' | 'n' => 'n',
            other => other,
        };
        if !heard.ends_with(plain) {
            heard.push(plain);
        }
        if heard.len() >= 6 {
            break;
        }
    }
    heard
}

pub(super) fn sounds<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut heard: Vec<String> = words.map(sound).collect();
    heard.sort_unstable();
    heard.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_in_every_script() {
        let check = |one: &str, other: &str| assert_eq!(words(one), words(other), "{one}, {other}");
        check("Søren Kjær", "soren kjaer");
        check("Søren", "Soeren");
        check("Åge", "Aage");
        check("Müller", "Mueller");
        check("IŞIL", "Işıl");
        check("Пламен Жеков", "Plamen Zhekov");
        check("Юлия", "Yuliya");
        check("王明", "Wangming");
        check("Kristoffer", "Kristofer");
    }

    #[test]
    fn words_of_one_sound_are_heard_alike() {
        let check = |one: &str, other: &str| {
            assert_eq!(sound(&words(one)[0]), sound(&words(other)[0]), "{one}, {other}");
        };
        check("Petersen", "Pedersen");
        check("Smith", "Smyth");
        check("Catherine", "Katrin");
        check("Петър", "Petur");
        assert_eq!(sounds(["ana", "berg"].into_iter()), sounds(["berg", "anna"].into_iter()));
    }
}
