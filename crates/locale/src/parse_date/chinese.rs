//! Dates in Chinese: `2026年11月22日`, `十一月二十二日`, `下周一`, `3天后`. Everything here is folded.

use jiff::{Span, civil::Date, civil::Weekday};

use super::{
    Written, digits,
    words::{Step, on_weekday},
};

/// `明天`, `周一`, `下周一`, `3天后`, `两周前`, `下个月`.
pub(super) fn in_words(folded: &str, today: Date) -> Option<Date> {
    if folded.is_ascii() {
        return None;
    }
    let after = |span: Span| today.checked_add(span).ok();
    let days = match folded {
        "大前天" => -3,
        "前天" => -2,
        "昨天" => -1,
        "今天" => 0,
        "明天" => 1,
        "后天" => 2,
        "大后天" => 3,
        "下周" | "下星期" | "下个星期" => 7,
        "上周" | "上星期" | "上个星期" => -7,
        "下个月" | "下月" => return after(Span::new().months(1)),
        "上个月" | "上月" => return after(Span::new().months(-1)),
        "明年" => return after(Span::new().years(1)),
        "去年" => return after(Span::new().years(-1)),
        _ => return weekday(folded, today).or_else(|| after(span(&with_digits(folded))?)),
    };
    after(Span::new().days(days))
}

fn weekday(folded: &str, today: Date) -> Option<Date> {
    let (step, rest) = match folded.chars().next()? {
        '下' => (Step::Next, folded.trim_start_matches(['下', '个'])),
        '上' => (Step::Last, folded.trim_start_matches(['上', '个'])),
        _ => (Step::Coming, folded.trim_start_matches(['这', '本', '个'])),
    };
    let name = ["星期", "礼拜", "周"].into_iter().find_map(|word| rest.strip_prefix(word))?;
    let day = match name {
        "日" | "天" => Weekday::Sunday,
        _ => Weekday::from_monday_one_offset(with_digits(name).parse().ok()?).ok()?,
    };
    match step {
        // Of the calendar week before this one.
        Step::Last => on_weekday(day, Step::Next, today)?.checked_sub(Span::new().weeks(2)).ok(),
        _ => on_weekday(day, step, today),
    }
}

fn span(folded: &str) -> Option<Span> {
    let end = folded.find(|c: char| !c.is_ascii_digit())?;
    let count: i64 = folded.get(..end).filter(|digits| digits.len() <= 4)?.parse().ok()?;
    let rest = folded[end..].trim_start();
    let (rest, sign) = match rest
        .strip_suffix("以后")
        .or_else(|| rest.strip_suffix("之后"))
        .or_else(|| rest.strip_suffix('后'))
    {
        Some(unit) => (unit, 1),
        None => (
            rest.strip_suffix("以前")
                .or_else(|| rest.strip_suffix("之前"))
                .or_else(|| rest.strip_suffix('前'))?,
            -1,
        ),
    };
    let count = sign * count;
    match rest.trim_start_matches('个').trim() {
        "天" | "日" => Some(Span::new().days(count)),
        "周" | "星期" | "礼拜" => Some(Span::new().weeks(count)),
        "月" => Some(Span::new().months(count)),
        "年" => Some(Span::new().years(count)),
        _ => None,
    }
}

/// `2026年11月22日`, `11月22号`, with the weekday behind it if somebody copied it so.
pub(super) fn written(folded: &str) -> Option<Written> {
    if folded.is_ascii() {
        return None;
    }
    let folded = with_digits(folded);
    let (year, rest) = match folded.split_once('年') {
        Some((year, rest)) => (Some(digits::year(year.trim())?), rest),
        None => (None, folded.as_str()),
    };
    let (month, rest) = rest.split_once('月')?;
    let (day, after) = rest.split_once(['日', '号'])?;
    let after = after.trim();
    if !(after.is_empty() || after.starts_with("星期") || after.starts_with('周')) {
        return None;
    }
    let number = |text: &str, most: u8| text.trim().parse().ok().filter(|number| (1..=most).contains(number));
    Some(Written { year, month: number(month, 12)?, day: number(day, 31)? })
}

/// Numerals up to ninety-nine as digits (`二十二` → `22`), and years read digit by digit (`二〇二六` → `2026`).
pub(crate) fn with_digits(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut written = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut after_digit = false;
    while let Some(c) = rest.next() {
        match (c, numeral(c)) {
            ('十', _) => {
                let digit_follows = rest.peek().is_some_and(|next| numeral(*next).is_some());
                written.push_str(match (after_digit, digit_follows) {
                    (true, true) => "",
                    (true, false) => "0",
                    (false, true) => "1",
                    (false, false) => "10",
                });
                after_digit = false;
            }
            (_, Some(digit)) => {
                written.push(digit);
                after_digit = true;
            }
            _ => {
                written.push(c);
                after_digit = false;
            }
        }
    }
    written
}

fn numeral(c: char) -> Option<char> {
    Some(match c {
        '〇' | '零' => '0',
        '一' => '1',
        '二' | '两' => '2',
        '三' => '3',
        '四' => '4',
        '五' => '5',
        '六' => '6',
        '七' => '7',
        '八' => '8',
        '九' => '9',
        _ => return None,
    })
}
