//! The order of hits: a title that begins with what was typed, then words of the title, then everything else;
//! cards before activities, newer before older.

use locale::tokens::{QueryToken, tokens};

use crate::search::Hit;

pub(super) fn best(hits: &mut Vec<Hit>, typed: &str, query: &[QueryToken]) {
    let typed = typed.trim().to_lowercase();
    let mut scored: Vec<(u32, Hit)> = hits.drain(..).map(|hit| (score(&hit, &typed, query), hit)).collect();
    // Stable: the newest stays first among equals.
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    hits.extend(scored.into_iter().map(|(_, hit)| hit));
}

fn score(hit: &Hit, typed: &str, query: &[QueryToken]) -> u32 {
    let mut words = Vec::new();
    tokens(&hit.title, &mut words);
    let mut score = 0;
    for token in query {
        let found = words.iter().position(|word| *word == token.text);
        let begun = words.iter().position(|word| token.prefix && word.starts_with(&token.text));
        score += match (found, begun) {
            (Some(0), _) => 40,
            (Some(_), _) => 32,
            (None, Some(0)) => 24,
            (None, Some(_)) => 16,
            (None, None) => 0,
        };
    }
    let title = hit.title.to_lowercase();
    if title == typed {
        score += 100;
    } else if title.starts_with(typed) {
        score += 20;
    }
    // Shorter titles fit better.
    score += 8u32.saturating_sub(words.len() as u32);
    if hit.card { score + 10 } else { score }
}
