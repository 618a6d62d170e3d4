//! Currencies by their names, signs and codes.

use super::plain_words::{holds, parts};
use super::size_words::sized_as;
use crate::trade::Unit;
use crate::util::Lower as _;

/// What money is called, without its country.
pub const MONEY_WORDS: &str = "dollar|dólar|peso|rupee|kron|franc|pound|crown";

/// What a text says that its figures of money are in, and how many of it one is. Signs that many
/// countries have (`$`, `¥`) say nothing.
pub fn money_in(text: &str) -> Option<Unit> {
    let lower = text.lower().replace("us $", "us$").replace("u.s. $", "us$");
    // The continent is no money.
    let lower = lower.replace("europ", "");
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    // Signs with their countries first: `R$` is no dollar.
    const SIGNS: [(&[&str], &str); 35] = [
        (
            &[
                "us$",
                "u.s. dollar",
                "us dollar",
                "u.s.$",
                "u$s",
                "美元",
                "美金",
                "us-dollar",
                "united states dollar",
                "dolar",
                "долл",
                "米ドル",
                "달러",
                "천불",
                "백만불",
                "dólares estadounidenses",
                "dollars des états-unis",
                "dollar américain",
                "dollars américains",
                "dollars us",
                "($us",
                "u$d",
            ],
            "USD",
        ),
        (&["r$", "reais"], "BRL"),
        (&["c$", "cad$", "can$", "canadian dollar", "加元", "加拿大元"], "CAD"),
        (&["a$", "aud$", "au$", "australian dollar", "澳元", "澳大利亚元"], "AUD"),
        (&["nz$", "new zealand dollar", "新西兰元"], "NZD"),
        (&["hk$", "港元", "港币", "hong kong dollar"], "HKD"),
        (&["nt$", "新台币", "新臺幣", "臺幣"], "TWD"),
        (&["tkr", "mkr", "svenska kronor", "swedish kron", "瑞典克朗"], "SEK"),
        (&["danske kroner", "danish krone", "丹麦克朗"], "DKK"),
        (&["norske kroner", "norwegian krone", "挪威克朗"], "NOK"),
        (&["s$", "singapore dollar", "新加坡元"], "SGD"),
        (&["€", "euro", "欧元", "歐元", "ユーロ", "유로", "евро", "ευρώ"], "EUR"),
        (&["人民币", "人民幣", "rmb", "renminbi", "yuan", "cn¥", "元人民币"], "CNY"),
        (&["sterling", "british pound", "£", "英镑", "英鎊", "ポンド"], "GBP"),
        (&["円", "yen", "jp¥", "日元", "日圆", "日圓"], "JPY"),
        (&["₩", "원", "won", "韩元", "韓元", "ウォン"], "KRW"),
        (&["₹", "indian rupee", "印度卢比"], "INR"),
        (&["franken", "swiss franc", "瑞士法郎", "瑞郎"], "CHF"),
        (&["белорусск", "белор. руб", "belarusian rub", "白俄罗斯卢布"], "BYN"),
        (&["rubel", "rouble", "ruble", "руб", "卢布", "盧布"], "RUB"),
        (&["บาท", "baht", "฿", "泰铢", "泰銖"], "THB"),
        (&["₦", "naira"], "NGN"),
        (&["₽"], "RUB"),
        (&["₺", "turkish lira", "türk lirası", "土耳其里拉"], "TRY"),
        (
            &["₫", "越南盾", "nghìn đồng", "triệu đồng", "tỷ đồng", "tỉ đồng", "việt nam đồng"],
            "VND",
        ),
        (&["₱"], "PHP"),
        (&["kč", "korun česk"], "CZK"),
        (&["forint"], "HUF"),
        (&["rupiah", "印尼盾"], "IDR"),
        (&["ringgit", "林吉特"], "MYR"),
        (&["雷亚尔"], "BRL"),
        (&["złot", "(zł", "tys. zł", "mln zł", "mld zł", "polish zlot", "兹罗提"], "PLN"),
        (&["mexican peso", "pesos mexicanos", "墨西哥比索"], "MXN"),
        (&["兰特"], "ZAR"),
        (&["澳门元", "澳門元"], "MOP"),
    ];
    let words = parts(text);
    // `FOB US`, `CIF (US)`: no country buys, or sells, free on board.
    let of_us = |pair: &[String]| matches!(pair, [terms, us] if matches!(terms.as_str(), "fob" | "cif" | "fas") && us == "us");
    if words.windows(2).any(of_us) {
        return Some(Unit::US_DOLLAR);
    }
    // Codes stand as words of their own, or run together with others: `value_usd`, `primaryvalueUSD`.
    // A dollar may stand beside its code: `$NZD`.
    let code = words.iter().find_map(|word| {
        let word = word.trim_matches('$').to_ascii_uppercase();
        (word.len() == 3 || word.ends_with("USD") || is_euro(&word))
            .then(|| word.get(word.len().saturating_sub(3)..).and_then(Unit::parse))
            .flatten()
            .filter(|unit| {
                unit.measure() == crate::trade::Measure::Value && !NO_MONEY.contains(&word.as_str())
            })
    });
    let signed = SIGNS.iter().find(|(signs, _)| {
        signs.iter().any(|sign| {
            let short = sign.ends_with('$') && sign.len() <= 3;
            if short {
                starts_word(&lower, sign)
            } else if *sign == "won" {
                words.iter().any(|word| word == "won")
            } else {
                lower.contains(sign)
            }
        })
    });
    // `RM million`; alone it is a code of flows, and beside other words short for them.
    let beside = lower.contains("in rm")
        || words.iter().any(|word| sized_as(word).is_some())
        || holds(&lower, "value|nilai|amount|fob|cif");
    let ringgit = || text.split(|own: char| !own.is_alphabetic()).any(|word| word == "RM");
    let ringgit = (beside && ringgit()).then_some("MYR");
    let signed = signed.map(|(_, code)| *code).or(ringgit).and_then(Unit::parse);
    let code = code.or_else(|| sized(text).map(|(_, unit)| unit));
    if has(&["us$"]) { Unit::parse("USD") } else { code.or(signed) }
}

/// Whether a word runs together with the code of the euro: `VALUEEUR`, `TEUR`; `VALEUR` and other words of
/// French only end alike.
fn is_euro(word: &str) -> bool {
    const BEFORE: &str = "K|T|M|MIO|MRD|MN|MLN|TSD|THS|IN|FOB|CIF|AMOUNT";
    word.strip_suffix("EUR").is_some_and(|before| {
        before.ends_with(|letter: char| letter == 'E' || letter.is_ascii_digit())
            || BEFORE.split('|').any(|own| own == before)
    })
}

/// A money's code with a capital for its thousands or millions before it, `MTND`, and how many that is.
pub fn sized(text: &str) -> Option<(f64, Unit)> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    // In French a month.
    let mut words = words.filter(|word| word.len() == 4 && *word != "MARS");
    words.find_map(|word| {
        let size = [('M', 1e6), ('K', 1e3)].into_iter();
        let (code, size) =
            size.filter_map(|(own, size)| Some((word.strip_prefix(own)?, size))).next()?;
        let unit = Unit::parse(code).filter(|_| !NO_MONEY.contains(&code))?;
        (unit.measure() == crate::trade::Measure::Value).then_some((size, unit))
    })
}

/// The number in a text that has the sign or the code of a money before or behind it, perhaps within marks
/// of a page, and whether it is below zero: `₦ 1,234.00`, `-US$5`, `12,50 EUR`, `<b>₦ 12</b>`.
pub fn priced(text: &str) -> Option<(bool, &str)> {
    let text = untagged(text.trim());
    let bracketed = text.strip_prefix('(').and_then(|own| own.strip_suffix(')'));
    let signed = text.strip_prefix(['-', '−']);
    let rest = bracketed.or(signed).unwrap_or(text).trim();
    let digit = |letter: char| letter.is_ascii_digit();
    let (first, last) = (rest.find(digit)?, rest.rfind(digit)? + 1);
    let (before, behind) = (rest.get(..first)?, rest.get(last..)?.trim());
    let own = before.trim_end_matches(['-', '−']);
    let below = own.len() < before.len() || bracketed.is_some() || signed.is_some();
    let (own, digits) = (own.trim(), rest.get(first..last)?);
    let written: String = digits.chars().filter(char::is_ascii_digit).collect();
    // `1000 EUR` is a unit, `US$ 2024` a heading.
    let year = digits.len() == 4 && (written.starts_with("19") || written.starts_with("20"));
    let size = year || written.len() > 2 && written.trim_end_matches('0') == "1";
    let lettered = own.contains(char::is_alphabetic) || !behind.is_empty();
    let money = match (own, behind) {
        ("", own) | (own, "") => is_money(own) && !(size && lettered),
        _ => false,
    };
    money.then_some((below, digits))
}

/// The money whose sign or code stands beside a number.
pub fn money_beside(text: &str) -> Option<Unit> {
    priced(text)?;
    money_in(untagged(text.trim()))
}

/// The sign, the code or the word of a money that stands beside a number: `$` of `$1,234`, `EUR` of `12 EUR`.
pub fn sign_beside(text: &str) -> Option<String> {
    let (_, digits) = priced(text)?;
    let sign = untagged(text.trim()).replace(digits, "");
    let own = |letter: char| letter.is_whitespace() || "()-−.".contains(letter);
    Some(sign.trim_matches(own).to_owned())
}

/// Whether two of these may be of one money: a sign that many countries have (`$`, `¥`, `kr`) of any that is
/// called so, but not of one that has a sign of its own: `R$` beside `$` is another.
pub fn may_be_one(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|sign| sign.lower().replace('￥', "¥"));
    if one == other {
        return true;
    }
    match (money_in(&one), money_in(&other)) {
        (Some(money), Some(beside)) => money == beside,
        (Some(money), None) => may_have(money, &one, &other),
        (None, Some(money)) => may_have(money, &other, &one),
        (None, None) => false,
    }
}

/// Whether a money that is written in one way may be written with a bare sign, too.
fn may_have(money: Unit, written: &str, sign: &str) -> bool {
    const CALLED: [(&str, &str); 10] = [
        ("$", "dollar|peso"),
        ("¥", "yen|yuan|renminbi"),
        ("kr", "kron|krón"),
        ("rs", "rupee"),
        ("rp", "rupiah"),
        ("zł", "zlot|złot"),
        ("kč", "koruna"),
        ("ft", "forint"),
        ("lei", "leu"),
        ("₱", "peso"),
    ];
    if written.ends_with('$') && sign == "$" {
        return money == Unit::US_DOLLAR;
    }
    let called = CALLED.iter().find(|(own, _)| *own == sign);
    called.is_none_or(|(_, words)| holds(&money.english().lower(), words))
}

/// A text without the marks of a page around it.
fn untagged(text: &str) -> &str {
    let mut rest = text;
    while let Some((_, behind)) = rest.strip_prefix('<').and_then(|own| own.split_once('>')) {
        rest = behind.trim_start();
    }
    if rest.len() == text.len() { text } else { rest.split('<').next().unwrap_or(rest).trim() }
}

/// Whether a text is the sign or the code of a money and nothing else.
fn is_money(text: &str) -> bool {
    const SIGNS: &str = "$ € £ ¥ ￥ ₦ ₹ ₩ ₽ ₺ ₫ ฿ ₱ ₴ ₪ ₡ ₲ ₵ ₭ ₮ ₸ us$ u$s u.s.$ r$ c$ a$ hk$ nt$ nz$ s$ rp rp. rs rs. kr kr. zł kč ft lei";
    let lower = text.lower();
    let coded =
        || Unit::parse(text).is_some_and(|own| own.measure() == crate::trade::Measure::Value);
    SIGNS.split(' ').any(|own| own == lower) || coded() && !NO_MONEY.contains(&text)
}

/// Three letters that are a money's code somewhere and a word here.
const NO_MONEY: [&str; 4] = ["ALL", "TOP", "MOP", "KGS"];

/// Whether a sign stands where a word begins, so that `us$` holds no `s$`.
fn starts_word(text: &str, sign: &str) -> bool {
    text.match_indices(sign).any(|(at, _)| {
        text.get(..at)
            .and_then(|before| before.chars().next_back())
            .is_none_or(|letter| !letter.is_alphanumeric())
    })
}

/// Whether a text is the code of a currency and nothing else: `eur`.
pub fn is_currency_code(text: &str) -> bool {
    Unit::parse(&text.to_ascii_uppercase()).is_some_and(Unit::is_money)
}
