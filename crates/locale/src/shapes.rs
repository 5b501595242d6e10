//! The ICU formatters of one language in one country, made once and shared by everybody who reads that way.

use std::{collections::HashMap, sync::Arc, sync::LazyLock};

use icu_calendar::{Gregorian, week::WeekInformation};
use icu_datetime::{
    FixedCalendarDateTimeFormatter, NoCalendarFormatter,
    fieldsets::{E, MD, MDE, T, YM, YMD, YMDE, YMDT, enums::DateFieldSet},
    input::{Date, DateTime, Time},
    options::YearStyle,
};
use icu_decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};
use icu_locale_core::Locale as Tag;
// Only for its feature `sync`, without which the formatters could not be shared.
use icu_provider as _;
use jiff::civil;
use kernel::{Country, Language};
use parking_lot::RwLock;

type DateFormatter = FixedCalendarDateTimeFormatter<Gregorian, DateFieldSet>;

pub(crate) struct Shapes {
    language: Language,
    medium: DateFormatter,
    long: DateFormatter,
    short: DateFormatter,
    day_of_year: DateFormatter,
    day_of_year_long: DateFormatter,
    weekday: DateFormatter,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    heading: DateFormatter,
    heading_with_year: DateFormatter,
    time: NoCalendarFormatter<T>,
    date_time: FixedCalendarDateTimeFormatter<Gregorian, YMDT>,
    decimal: DecimalFormatter,
    pub(crate) first_weekday: civil::Weekday,
    pub(crate) order: Order,
    pub(crate) decimal_mark: char,
    pub(crate) grouping_mark: char,
}

/// In which order a date is written with digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayMonthYear,
    MonthDayYear,
    YearMonthDay,
}

/// Which of a date's shapes; the examples are British.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateShape {
    /// 22 Nov 2026
    Medium,
    /// 22 November 2026
    Long,
    /// 22/11/2026
    Short,
    /// 22 Nov
    DayOfYear,
    /// 22 November
    DayOfYearLong,
    /// Sunday
    Weekday,
    /// Sunday 22 November
    Heading,
    /// Sunday 22 November 2026
    HeadingWithYear,
}

impl Shapes {
    /// Made at the first call for a language and country, looked up afterwards.
    pub(crate) fn of(language: Language, country: Country) -> Arc<Shapes> {
        type ByReader = HashMap<(Language, Country), Arc<Shapes>>;
        static KNOWN: LazyLock<RwLock<ByReader>> = LazyLock::new(RwLock::default);
        if let Some(shapes) = KNOWN.read().get(&(language, country)) {
            return Arc::clone(shapes);
        }
        let shapes = Arc::new(Shapes::for_reader(language, country));
        Arc::clone(KNOWN.write().entry((language, country)).or_insert(shapes))
    }

    /// The language in the country it comes from.
    pub(crate) fn at_home(language: Language) -> Arc<Shapes> {
        static HOMES: LazyLock<[Arc<Shapes>; Language::ALL.len()]> =
            LazyLock::new(|| Language::ALL.map(|language| Shapes::of(language, home(language))));
        Arc::clone(&HOMES[language as usize])
    }

    fn for_reader(language: Language, country: Country) -> Shapes {
        let tag = match language {
            // Our Chinese texts are simplified, wherever they are read.
            Language::Chinese => format!("zh-Hans-{country}"),
            _ => format!("{}-{country}", language.code()),
        };
        let Ok(tag) = tag.parse::<Tag>() else { return Shapes::new(language, elsewhere()) };
        let shapes = Shapes::new(language, tag.clone());
        // CLDR knows English in some countries; in the others it would fall back to that of the United States.
        let from_america = shapes.order == Order::MonthDayYear;
        if language == Language::English && from_america && !MONTH_FIRST.contains(&country.code()) {
            return Shapes { first_weekday: first_weekday(tag), ..Shapes::new(language, elsewhere()) };
        }
        shapes
    }

    #[expect(clippy::expect_used, reason = "the formatting data of every locale is compiled in")]
    fn new(language: Language, tag: Tag) -> Shapes {
        let date = |fields: DateFieldSet| {
            DateFormatter::try_new(tag.clone().into(), fields).expect("compiled date patterns")
        };
        let short = date(DateFieldSet::YMD(YMD::short().with_year_style(YearStyle::Full)));
        let decimal = DecimalFormatter::try_new(tag.clone().into(), DecimalFormatterOptions::default())
            .expect("compiled number symbols");
        let (grouping_mark, decimal_mark) = number_marks(&decimal);
        Shapes {
            language,
            medium: date(DateFieldSet::YMD(YMD::medium())),
            long: date(DateFieldSet::YMD(YMD::long())),
            order: order_of(&short),
            short,
            day_of_year: date(DateFieldSet::MD(MD::medium())),
            day_of_year_long: date(DateFieldSet::MD(MD::long())),
            weekday: date(DateFieldSet::E(E::long())),
            month: FixedCalendarDateTimeFormatter::try_new(tag.clone().into(), YM::long())
                .expect("compiled month patterns"),
            heading: date(DateFieldSet::MDE(MDE::long())),
            heading_with_year: date(DateFieldSet::YMDE(YMDE::long())),
            time: NoCalendarFormatter::try_new(tag.clone().into(), T::hm()).expect("compiled time patterns"),
            date_time: FixedCalendarDateTimeFormatter::try_new(
                tag.clone().into(),
                YMD::medium().with_time_hm(),
            )
            .expect("compiled date and time patterns"),
            decimal,
            first_weekday: first_weekday(tag),
            decimal_mark,
            grouping_mark,
        }
    }

    pub(crate) fn date(&self, shape: DateShape, date: civil::Date) -> String {
        let Some(day) = gregorian(date) else { return date.to_string() };
        let formatter = match shape {
            DateShape::Medium => &self.medium,
            DateShape::Long => &self.long,
            DateShape::Short => return without_units(self.short.format(&day).to_string()),
            // Bulgarian has no short names of months; `12.11.` in a sentence is no date to a reader.
            DateShape::DayOfYear if self.language == Language::Bulgarian => &self.day_of_year_long,
            DateShape::DayOfYear => &self.day_of_year,
            DateShape::DayOfYearLong => &self.day_of_year_long,
            DateShape::Weekday => &self.weekday,
            DateShape::Heading => &self.heading,
            DateShape::HeadingWithYear => &self.heading_with_year,
        };
        formatter.format(&day).to_string()
    }

    pub(crate) fn month(&self, date: civil::Date) -> String {
        gregorian(date).map_or_else(|| date.to_string(), |day| self.month.format(&day).to_string())
    }

    pub(crate) fn time(&self, at: civil::Time) -> String {
        without_units(self.time.format(&clock_time(at)).to_string())
    }

    pub(crate) fn date_time(&self, at: civil::DateTime) -> String {
        match gregorian(at.date()) {
            Some(date) => without_units(
                self.date_time.format(&DateTime { date, time: clock_time(at.time()) }).to_string(),
            ),
            None => at.to_string(),
        }
    }

    /// `scaled` is the number times ten to the power of `decimals`; that many are shown.
    pub(crate) fn number(&self, scaled: i64, decimals: u32) -> String {
        let mut number = Decimal::from(scaled);
        number.multiply_pow10(-i16::try_from(decimals).unwrap_or(i16::MAX));
        self.decimal.format(&number).to_string()
    }

    pub(crate) fn integer(&self, number: i64) -> String {
        self.number(number, 0)
    }
}

/// The countries and territories that write the month first in English.
const MONTH_FIRST: [&str; 11] = ["US", "AS", "BI", "FM", "GU", "MH", "MP", "PH", "PR", "UM", "VI"];

const fn home(language: Language) -> Country {
    let code = match language {
        Language::English => "GB",
        Language::Danish => "DK",
        Language::Swedish => "SE",
        Language::Turkish => "TR",
        Language::Bulgarian => "BG",
        Language::Chinese => "CN",
    };
    match Country::new(code) {
        Some(country) => country,
        None => panic!("a country code has two letters"),
    }
}

/// English in the countries that CLDR does not list: day before month, and twenty-four hours.
fn elsewhere() -> Tag {
    icu_locale_core::locale!("en-150")
}

fn gregorian(date: civil::Date) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs()).ok()
}

fn clock_time(at: civil::Time) -> Time {
    Time::try_new(at.hour().unsigned_abs(), at.minute().unsigned_abs(), at.second().unsigned_abs(), 0)
        .unwrap_or(Time::start_of_day())
}

fn first_weekday(tag: Tag) -> civil::Weekday {
    WeekInformation::try_new(tag.into())
        .ok()
        .and_then(|week| civil::Weekday::from_monday_one_offset(week.first_weekday as i8).ok())
        .unwrap_or(civil::Weekday::Monday)
}

/// CLDR writes the unit behind Bulgarian years and times, and twice behind both together; where they are figures
/// anyway it is left out.
fn without_units(mut text: String) -> String {
    if text.contains(['ч', 'г']) {
        text.retain(|c| !matches!(c, 'ч' | 'г'));
        text = text.replace([' ', '\u{a0}', '\u{202f}'], " ").replace(" .", "");
    }
    text
}

/// Read off an example, because ICU has no question for it.
fn order_of(short: &DateFormatter) -> Order {
    let example =
        gregorian(civil::date(2003, 4, 25)).map(|day| short.format(&day).to_string()).unwrap_or_default();
    match (example.find("2003"), example.find('4'), example.find("25")) {
        (Some(year), Some(month), _) if year < month => Order::YearMonthDay,
        (_, Some(month), Some(day)) if month < day => Order::MonthDayYear,
        _ => Order::DayMonthYear,
    }
}

/// The marks for grouping and decimals, read off an example.
fn number_marks(decimal: &DecimalFormatter) -> (char, char) {
    let mut number = Decimal::from(12_345_678_i64);
    number.multiply_pow10(-1);
    let example = decimal.format(&number).to_string();
    let mut marks = example.chars().filter(|c| !c.is_ascii_digit());
    let (first, last) = (marks.next().unwrap_or(','), marks.next_back().unwrap_or('.'));
    (first, last)
}
