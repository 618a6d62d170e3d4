//! Thousands, millions, 万 and lakhs as words.

/// How many of what is counted a word of size stands for.
static SIZES: [(&str, f64); 9] = [
    ("hundred hundreds", 1e2),
    (
        "thousand thousands thsd ths thous '000 ’000 000 000s '000s tausend tsd millier milliers miles mil k$ kusd keur teur k€ tusinde tuhat tuhatta duizend ribu mille migliaia milhares tusen tysiące tys tis bin тыс тысяч тысяча тысячи тысячах tausenden t€ tkr nghìn ngàn χιλ χιλιάδες mii ezer tisíc mila тис keuro keuros हजार ألف آلاف بالألف",
        1e3,
    ),
    ("wan", 1e4),
    ("lakh lac lacs lakhs लाख", 1e5),
    (
        "meur miljoonaa miljoen juta миллион миллионов миллионах млн milyon milioni miljoner millioner mill mkr million millions mn mln mio millionen millones milhões musd triệu εκατ εκατομμύρια milioane millió milione meuro meuros مليون ملايين بالمليون",
        1e6,
    ),
    ("crore crores करोड़", 1e7),
    ("yi", 1e8),
    (
        "миллиард миллиардов миллиардах md€ млрд milyar billion billions bn bln mrd milliarden milliards tỷ tỉ miliarde milliárd miliardi mld mlrd bilhões miliar mia δισ अरब مليار",
        1e9,
    ),
    ("trillion trillions", 1e12),
];

/// How words of size begin that their languages inflect, and how many each stands for.
const STEMS: [(&str, f64); 6] = [
    (
        "тысяч|тисяч|tausend|duizend|tusen|tusind|tuhan|tysi|tisíc|millar|migliai|χιλιάδ|tūkst|tuhat",
        1e3,
    ),
    ("миллион|мільйон|miljo|milion|millon|millón|milhã|milhõ|εκατομ", 1e6),
    ("миллиард|мільярд|milliard|miljard|miliard|bilhã|bilhõ|δισεκ", 1e9),
    ("триллион|трильйон|triliun|trillion|biljon|bilion", 1e12),
    ("million", 1e6),
    ("billion", 1e9),
];

/// How many one of the words of size itself stands for.
pub fn sized_as(word: &str) -> Option<f64> {
    let own = SIZES.iter().find(|(words, _)| words.split(' ').any(|own| own == word));
    own.map(|(_, size)| *size)
}

/// How many a word of size stands for.
pub fn size_of(word: &str) -> Option<f64> {
    let own = sized_as(word);
    let begins = |stems: &str| stems.split('|').any(|stem| word.starts_with(stem));
    own.or_else(|| STEMS.iter().find(|(stems, _)| begins(stems)).map(|(_, size)| *size))
}
