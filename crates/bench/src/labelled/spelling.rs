//! Other spellings of the same name: what friends call somebody, letters without their marks, and names of other
//! scripts in Latin letters.

use crate::dice::Dice;

/// What people whose name this is are called, of the names in `cultures`.
const CALLED: &[(&str, &[&str])] = &[
    ("Amelia", &["Millie", "Amy"]),
    ("Arthur", &["Art", "Artie"]),
    ("Benjamin", &["Ben", "Benny"]),
    ("Charlotte", &["Charlie", "Lottie"]),
    ("Daniel", &["Dan", "Danny"]),
    ("Edward", &["Ed", "Eddie", "Ted"]),
    ("Eleanor", &["Ellie", "Nora"]),
    ("Emily", &["Em", "Millie"]),
    ("Florence", &["Flo", "Florrie"]),
    ("Freddie", &["Fred"]),
    ("Hannah", &["Annie"]),
    ("Harry", &["Harold"]),
    ("Henry", &["Harry", "Hal"]),
    ("Jack", &["John"]),
    ("James", &["Jim", "Jamie", "Jimmy"]),
    ("Joshua", &["Josh"]),
    ("Leo", &["Leonard"]),
    ("Lily", &["Lillian"]),
    ("Margaret", &["Maggie", "Meg", "Peggy"]),
    ("Matilda", &["Tilly"]),
    ("Oliver", &["Ollie"]),
    ("Robert", &["Bob", "Rob", "Bobby"]),
    ("Samuel", &["Sam"]),
    ("Sophie", &["Sophia"]),
    ("Theodore", &["Theo", "Ted"]),
    ("Thomas", &["Tom", "Tommy"]),
    ("William", &["Bill", "Will", "Billy"]),
    ("Александър", &["Сашо", "Алекс"]),
    ("Борис", &["Боби"]),
    ("Васил", &["Васко"]),
    ("Виктория", &["Вики"]),
    ("Гергана", &["Гери"]),
    ("Георги", &["Жоро", "Гошо"]),
    ("Даниела", &["Дани"]),
    ("Десислава", &["Деси"]),
    ("Димитър", &["Митко"]),
    ("Елена", &["Ели"]),
    ("Иван", &["Ваньо"]),
    ("Ивайло", &["Иво"]),
    ("Красимир", &["Краси"]),
    ("Любомир", &["Любо"]),
    ("Мария", &["Мими"]),
    ("Милена", &["Миленка"]),
    ("Надежда", &["Надя"]),
    ("Петър", &["Пешо"]),
    ("Радослав", &["Радо"]),
    ("Росица", &["Роси"]),
    ("Теодора", &["Теди"]),
    ("Христо", &["Ицо"]),
    ("Mehmet", &["Memo"]),
    ("Mustafa", &["Mıstık"]),
    ("İbrahim", &["İbo"]),
    ("Fatma", &["Fatoş"]),
];

/// The everyday name, when there is one.
pub(super) fn called(dice: &mut Dice, given: &str) -> Option<String> {
    let (_, names) = CALLED.iter().find(|(name, _)| *name == given)?;
    Some((*dice.pick(names)).to_owned())
}

/// In Latin letters without marks, as forms abroad and older programs have it; there is more than one way.
pub(super) fn latin(dice: &mut Dice, text: &str) -> String {
    let (doubled, other) = (dice.chance(50), dice.chance(30));
    let mut written = String::new();
    for (at, letter) in text.chars().enumerate() {
        let lower: String = letter.to_lowercase().collect();
        let plain = match lower.as_str() {
            "å" => {
                if doubled {
                    "aa"
                } else {
                    "a"
                }
            }
            "æ" => "ae",
            "ä" => {
                if doubled {
                    "ae"
                } else {
                    "a"
                }
            }
            "ø" | "ö" => {
                if doubled {
                    "oe"
                } else {
                    "o"
                }
            }
            "ü" => {
                if doubled {
                    "ue"
                } else {
                    "u"
                }
            }
            "ç" => "c",
            "ğ" => "g",
            "ı" | "i\u{307}" => "i",
            "ş" => "s",
            "é" => "e",
            letter => match cyrillic(letter, other).or_else(|| pinyin(letter)) {
                Some(plain) => plain,
                None => letter,
            },
        };
        let upper = letter.is_uppercase() || (at == 0 && pinyin(&lower).is_some());
        let mut letters = plain.chars();
        match letters.next() {
            Some(first) if upper => {
                written.extend(first.to_uppercase());
                written.push_str(letters.as_str());
            }
            Some(_) => written.push_str(plain),
            None => {}
        }
    }
    written
}

/// The Bulgarian law of 2009, and what people write besides.
fn cyrillic(letter: &str, other: bool) -> Option<&'static str> {
    Some(match letter {
        "а" => "a",
        "б" => "b",
        "в" => "v",
        "г" => "g",
        "д" => "d",
        "е" => "e",
        "ж" => {
            if other {
                "j"
            } else {
                "zh"
            }
        }
        "з" => "z",
        "и" => "i",
        "й" => {
            if other {
                "i"
            } else {
                "y"
            }
        }
        "к" => "k",
        "л" => "l",
        "м" => "m",
        "н" => "n",
        "о" => "o",
        "п" => "p",
        "р" => "r",
        "с" => "s",
        "т" => "t",
        "у" => "u",
        "ф" => "f",
        "х" => {
            if other {
                "kh"
            } else {
                "h"
            }
        }
        "ц" => {
            if other {
                "c"
            } else {
                "ts"
            }
        }
        "ч" => "ch",
        "ш" => "sh",
        "щ" => "sht",
        "ъ" => {
            if other {
                "u"
            } else {
                "a"
            }
        }
        "ь" => "y",
        "ю" => {
            if other {
                "iu"
            } else {
                "yu"
            }
        }
        "я" => {
            if other {
                "ia"
            } else {
                "ya"
            }
        }
        _ => return None,
    })
}

/// Of the characters in `cultures`.
fn pinyin(letter: &str) -> Option<&'static str> {
    const READ: &str = "王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin \
        何he 郭guo 马ma 罗luo 梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 程cheng 曹cao 袁yuan \
        邓deng 许xu 傅fu 沈shen 曾zeng 彭peng 吕lv 明ming 华hua 芳fang 娜na 秀xiu 英ying 敏min 静jing 丽li 强qiang 磊lei \
        军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 超chao 霞xia 平ping 刚gang 桂gui 文wen 辉hui 鑫xin 宇yu 博bo 晨chen \
        雨yu 欣xin 佳jia 思si 梦meng 子zi 浩hao 然ran 轩xuan 一yi 诗shi 涵han 婷ting 雪xue 琳lin 瑞rui 凯kai 俊jun 建jian \
        国guo 志zhi";
    READ.split_whitespace().find_map(|entry| entry.strip_prefix(letter)).filter(|read| !read.is_empty())
}

/// Streets as they are shortened on envelopes.
pub(super) fn shortened(street: &str) -> String {
    const SHORT: [(&str, &str); 13] = [
        ("Street", "St"),
        ("Road", "Rd"),
        ("Avenue", "Ave"),
        ("Lane", "Ln"),
        ("Caddesi", "Cad."),
        ("Sokak", "Sk."),
        ("vägen", "v."),
        ("gatan", "g."),
        ("gade", "gd."),
        ("vej", "v."),
        ("бул. ", "булевард "),
        ("ул. ", "улица "),
        ("路", "路 "),
    ];
    let found = SHORT.iter().find(|(long, _)| street.contains(long));
    found.map_or_else(|| street.to_uppercase(), |(long, short)| street.replace(long, short))
}
