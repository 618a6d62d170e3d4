//! English phrases.

use crate::statistics::Comparison::{FiveYearMean, FiveYearMedian};
use crate::stories::meaning::{Meaning::*, Table};
use crate::trade::{
    Flow::{Export, Import},
    Unit,
};

pub const PHRASES: Table = &[
    // Trade.
    (
        Flow(Export),
        "export|exports|exported|exporting|export volume|export volumes|outbound shipments|shipped|overseas shipments|foreign shipments|shipments abroad|shipped abroad|shipped out|shipped overseas|sent abroad|gone abroad|gone overseas|overseas sales|outflows|sold abroad|sold overseas|foreign sales|outbound volumes|sent out|left the country|went abroad|shipping out|sends abroad|sent overseas|ships abroad|sent off|sending off|gone out|going out|export volumes of|outbound shipments of|sells abroad|flowed abroad|exportation|exportations|export shipments|outgoing shipments|outward shipments",
    ),
    (
        Flow(Import),
        "import|imports|imported|importing|import volume|import volumes|purchases|purchases from abroad|overseas purchases|foreign purchases|bought|bought abroad|bought in|inflows|arrivals|incoming shipments|inbound shipments|inbound volumes|intake|purchased|purchasing|procured|procurement|sourced|took delivery of|taken delivery of|bought from abroad|came in as imports|buys|importation|brought into the country|importations|import shipments|incoming volumes",
    ),
    (
        Moved,
        "shipments|shipment|supplies to|volumes shipped|bound shipments|bound cargoes|bound consignments",
    ),
    (TookIn, "brought in|took in|bring in|brings in"),
    (
        Worth,
        "worth|at a cost of|to the tune of|in money|in money terms|in cash terms|valued at|value|in value|by value|in value terms|in dollar terms",
    ),
    (
        Skip,
        "according to|change|rate|volume of|amount of|quantity of|exporters|importers|exporter|importer|export controls|export control|export licence|export licences|export license|export licenses|export licensing|export restrictions|export restriction|export curbs|export curb|export ban|export bans|export rules|export permits|export permit|export regime|import dependence|import ban",
    ),
    // Goods that no table of the data needs to know.
    (
        OtherProduct,
        "alloy|alloys|technology|equipment|soybean|soybeans|copper|iron ore|steel|coal|oil|crude|crude oil|gas|natural gas|lng|aluminium|aluminum|alumina|gallium|germanium|antimony|graphite|lithium|cobalt|nickel|tungsten|tin|zinc|lead|gold|silver|bauxite|car|cars|vehicle|vehicles|rice|wheat|corn|grain|fertiliser|fertilizer|fertilisers|fertilizers|chip|chips|semiconductors|integrated circuits|toys|pork|beef|uranium|scrap|fluorspar|molybdenum|magnesium|silicon|battery|batteries|solar|solar panels|refined products|meat|sugar|cotton|foreign trade|broader trade|trade in goods|goods trade|trade surplus|trade balance|indium|bismuth|tellurium|ferrite|motors|ndpr|ferroalloys|phones|textiles|goods exports|goods imports|merchandise|merchandise exports|consumer goods|services",
    ),
    (
        Reporter,
        "the country|the world's top producer|the world's largest producer|the world's biggest producer|the world's dominant producer|the world's leading supplier|the world's top supplier|the world's largest supplier|the world's biggest supplier|the world's top exporter|the world's largest exporter|the world's biggest exporter|the world's leading exporter|the world's leading producer|the top producer|the top exporter|the largest producer|the biggest producer|the people's republic|our country|domestic",
    ),
    (Possessive, "'s|'|\u{2019}|\u{2019}s"),
    // What narrows or widens goods and trade.
    (
        Part,
        "heavy|light|medium|other|processed|separated|refined|certain|some types of|unlisted|unspecified|mixed|individual|critical",
    ),
    (
        Whole,
        "total|the lot|the whole|totals|totalled exports|overall|altogether|in all|in total|combined|as a whole|all destinations|worldwide|all countries|to the world",
    ),
    (Region, "province|prefecture|autonomous region|municipality|state|port of|district|city"),
    // Units.
    (Scale(1e2), "hundred"),
    (Scale(1e3), "thousand|k"),
    (Scale(1e6), "million|mln|m|mn|mio|millions"),
    (Scale(1e9), "billion|bln|bn"),
    (Quantity(1e3, Unit::TONNE), "kt|kilotons|kilotonnes|kiloton|kilotonne"),
    (
        Quantity(1.0, Unit::TONNE),
        "t|ton|tons|tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes|mt",
    ),
    (Quantity(1.0, Unit::KILOGRAM), "kg|kgs|kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos"),
    (Money(Unit::US_DOLLAR), "us$|$|dollars|us dollars|usd|usd$|dollar|u.s. dollars"),
    (Money(Unit::YUAN), "yuan|rmb|cny|renminbi"),
    (Money(Unit::EURO), "euros|euro|eur|€"),
    (Money(Unit::known("JPY")), "yen|¥"),
    (Money(Unit::known("GBP")), "£|pounds"),
    (Money(Unit::known("KRW")), "won"),
    (Money(Unit::known("INR")), "rupees"),
    (Money(Unit::known("RUB")), "roubles|rubles"),
    (Money(Unit::known("BRL")), "reais"),
    (Percent, "%|percent|per cent|pct|pc"),
    (Points, "percentage points|percentage point|pp|ppts"),
    // Figures in words. A fraction: percent, and how far off it may be.
    (Fraction(100.0 / 3.0, 1.7), "a third|one third|a good third"),
    (Fraction(25.0, 1.5), "a quarter|one quarter|a fourth|a good quarter"),
    (Fraction(20.0, 1.0), "a fifth|one fifth|a good fifth"),
    (Fraction(10.0, 1.0), "a tenth|one tenth|a good tenth"),
    (Fraction(5.0, 0.5), "a twentieth|one twentieth"),
    (Fraction(50.0, 2.5), "half|a half|one half"),
    (Fraction(200.0 / 3.0, 1.7), "two thirds"),
    (Fraction(75.0, 1.5), "three quarters"),
    (Fraction(40.0, 1.0), "two fifths"),
    (Fraction(60.0, 1.0), "three fifths"),
    (Fraction(80.0, 1.0), "four fifths"),
    (Fraction(50.0 / 3.0, 1.0), "a sixth|one sixth"),
    (Fraction(100.0 / 7.0, 0.7), "a seventh|one seventh"),
    (Fraction(12.5, 0.7), "an eighth|one eighth"),
    (Fraction(30.0, 1.5), "three tenths"),
    (Multiple(2.0), "doubled|double|doubles|doubling|twice"),
    (
        Multiple(1.5),
        "half as much again|half as many again|half again as much|half again as many|half as large again|half as high again",
    ),
    (
        Multiple(3.0),
        "tripled|trebled|tripling|trebling|triple|treble|triples|trebles|thrice|threefold",
    ),
    (Multiple(4.0), "quadrupled|quadruple|quadruples|quadrupling|fourfold"),
    (Multiple(5.0), "quintupled|fivefold"),
    (Multiple(2.0), "twofold"),
    (Multiple(6.0), "sixfold"),
    (Multiple(7.0), "sevenfold"),
    (Multiple(8.0), "eightfold"),
    (Multiple(10.0), "tenfold"),
    (Multiple(0.5), "halved|halves|halve|halving"),
    (Fold, "fold"),
    (Times, "times|x"),
    (AsMuch, "as much|as many|as large|as big|as high|so much|so many|so high|the size of"),
    (Number(1.0), "one"),
    (Number(2.0), "two"),
    (Number(3.0), "three"),
    (Number(4.0), "four"),
    (Number(5.0), "five"),
    (Number(6.0), "six"),
    (Number(7.0), "seven"),
    (Number(8.0), "eight"),
    (Number(9.0), "nine"),
    (Number(10.0), "ten"),
    (Number(11.0), "eleven"),
    (Number(12.0), "twelve"),
    (Number(13.0), "thirteen"),
    (Number(14.0), "fourteen"),
    (Number(15.0), "fifteen"),
    (Number(16.0), "sixteen"),
    (Number(17.0), "seventeen"),
    (Number(18.0), "eighteen"),
    (Number(19.0), "nineteen"),
    (Number(20.0), "twenty"),
    (Number(30.0), "thirty"),
    (Number(40.0), "forty"),
    (Number(50.0), "fifty"),
    (Number(60.0), "sixty"),
    (Number(70.0), "seventy"),
    (Number(80.0), "eighty"),
    (Number(90.0), "ninety"),
    // Directions.
    (
        Direction(1),
        "rise|rises|rose|risen|rising|up|climbed|climb|climbs|climbing|grew|grow|grows|growth|growing|grown|increase|increased|increases|increasing|gain|gains|gained|jump|jumps|jumped|jumping|surge|surges|surged|surging|soar|soared|soars|soaring|advance|advanced|expanded|expansion|higher|more|rebound|rebounded|recovered|recovery|leapt|leaped|leap|edged up|edged higher|crept up|picked up|ticked up|added|swelled|spiked|spike|uptick|upturn|improved|rallied|rocketed|skyrocketed|accelerated|greater|larger|bigger|stronger|firmer|firmed|strengthened|plus|ascends|ascended|ahead|augmentation|augmented|improvement|bounced|bounced back|bouncing|ballooned|mounted|inched up|inched higher|nudged up|nudged higher|shot up|boomed|strengthening|expanding|swelling|better|+",
    ),
    (
        Direction(-1),
        "fall|falls|fell|fallen|falling|down|drop|drops|dropped|dropping|decline|declined|declines|declining|decrease|decreased|decreases|decreasing|slid|slide|slides|sliding|slipped|slip|slips|slipping|sank|sink|sunk|plunged|plunge|plunges|plunging|plummeted|plummet|plummeting|tumbled|tumble|tumbling|shrank|shrink|shrunk|shrinking|contracted|contraction|lower|less|eased|ease|easing|dipped|dip|dips|retreated|retreat|lost|fewer|edged down|edged lower|crept down|ticked down|slumped|slump|slumping|weakened|cut|reduced|reduction|shed|downturn|drop off|collapsed|collapse|crashed|nosedived|dwindled|dived|smaller|weaker|softer|softened|ebbed|backslid|off|deterioration|gave back|gave up|pared|shaved|trimmed|minus|descends|descended|slackened|subsided|skidded|cratered|tanked|receded|waned|inched down|inched lower|nudged down|nudged lower|diminished|lessened|fell back|dropped back|tailed off|contracting|−|sinking|dipping|retreating|weakening",
    ),
    (
        Direction(0),
        "unchanged|flat|steady|little changed|barely changed|hardly changed|little different|much the same as|hardly moved|barely moved|hardly budged|barely budged",
    ),
    // Months and years.
    (Month(1), "january|jan"),
    (Month(2), "february|feb"),
    (Month(3), "march|mar"),
    (Month(4), "april|apr"),
    (May, "may"),
    (Month(6), "june|jun"),
    (Month(7), "july|jul"),
    (Month(8), "august|aug"),
    (Month(9), "september|sept|sep"),
    (Month(10), "october|oct"),
    (Month(11), "november|nov"),
    (Month(12), "december|dec"),
    (Months, "months|month|mth|month period|month total|month stretch|months period"),
    (
        FirstMonths(9),
        "first three quarters|first 3 quarters|three quarters together|after three quarters|three quarters into|three quarters of the way through",
    ),
    (
        FirstMonths(6),
        "half way through|halfway through|midway through|mid way through|at mid year|by mid year|at the half way mark|at the halfway mark|at half time|the half year",
    ),
    (HalfYear, "half a year"),
    (
        Quarter(1),
        "q1|first quarter|1q|opening quarter|opening three months|march quarter|quarter to march",
    ),
    (Quarter(2), "q2|second quarter|2q|june quarter|quarter to june"),
    (Quarter(3), "q3|third quarter|3q|september quarter|quarter to september"),
    (
        Quarter(4),
        "q4|fourth quarter|final quarter|last quarter of|4q|closing quarter|closing three months|final three months|last three months of|december quarter|quarter to december",
    ),
    (Half(1), "h1|first half|1h|opening half|half year to june|the half year to june"),
    (
        Half(2),
        "h2|second half|2h|closing half|final six months|last six months of|half year to december",
    ),
    (Ordinal(1), "first"),
    (Ordinal(2), "second"),
    (Ordinal(3), "third"),
    (Ordinal(4), "fourth"),
    (Ordinal(5), "fifth"),
    (Ordinal(6), "sixth"),
    (Ordinal(7), "seventh"),
    (Ordinal(8), "eighth"),
    (Ordinal(9), "ninth"),
    (Ordinal(10), "tenth"),
    (YearShift(0), "this year"),
    (YearShift(-1), "last year"),
    (MonthShift, "last month"),
    (MonthItself, "that month|for the month|in the month|the month alone|the month itself"),
    (Later(1), "a month later|one month later|the following month|the month after"),
    (Later(12), "a year later|one year later|the following year"),
    (Last, "last|previous"),
    (
        ToDate,
        "year to date|so far this year|the year so far|for the year so far|this year so far|since the start of the year|since the beginning of the year|since the turn of the year|cumulative|cumulatively|in the year so far|so far in|to date|ytd|for the year|on a cumulative basis",
    ),
    (
        WholeYear,
        "full year|whole year|year as a whole|for the year as a whole|over the whole year|calendar year",
    ),
    (WholeOf, "all of|the whole of|twelve months of"),
    (Yearly, "annual|yearly"),
    (
        Through,
        "through|through to|up to and including|up until|all the way to|–|until|-|till|by end of|by the end of|to the end of|through the end of|until the end of|up to the end of|by end|through end",
    ),
    (And, "and"),
    // What a change is measured against.
    (
        AgainstYear,
        "year on year|yoy|last year same period|last year's same period|same period last year|same month last year|same period of last year|same month of last year|same period a year earlier|same month a year earlier|same period the year before|same period of the previous year|y o y|y/y|year over year|a year before|year earlier|year ago|year back|on the year|on year|the previous year|the year before|on an annual basis|on a yearly basis|one year earlier|one year ago|one year before|annually|the former year|the prior year|the preceding year|from last year|than last year|compared with last year|versus last year|in annual terms|year previously|twelve months earlier|12 months earlier|twelve months ago|12 months before|twelve months before|12 months prior|twelve months prior|12 months ago|a yr ago|a yr earlier|yr on yr|yr/yr|year prior|over last year|against last year|in 12 months|in twelve months|same ratio",
    ),
    (OverYear, "over the year"),
    (SamePartner, "that country|that market"),
    (
        Includes,
        "including|includes|include|such as|mostly|mainly|chiefly|largely|primarily|predominantly|principally|for the most part|notably",
    ),
    (
        Without,
        "no|without|aside|excluding|excludes|excluded|not counting|not including|leaving out|leaves out|apart from|except for|except|other than|but not|as distinct from",
    ),
    (
        AgainstMonth,
        "quarter on quarter|quarter over quarter|qoq|q o q|q/q|a quarter earlier|the previous quarter|the prior quarter|month on month|mom|m o m|m/m|month over month|a month ago|previous month|prior month|a month before|on the month|on month|the month before|in the month before|from last month|than last month|over the month|preceding month|one month earlier|one month before|monthly|month prior|a month previously|month earlier|on a monthly basis|in a single month|in one month|within a month|within one month|month to month|sequentially|in monthly terms|prev|ring ratio|link ratio|chain ratio",
    ),
    (
        AgainstThree,
        "the prior three months|the three months before|previous three months|preceding three months|three months earlier",
    ),
    (
        Usual(FiveYearMean),
        "five year average|five year mean|5 year average|5 year mean|average of the previous five years|average of the past five years|average of the last five years|average of the five years before|mean of the previous five years|mean of the past five years|mean of the last five years|mean of the five years before",
    ),
    (
        Usual(FiveYearMedian),
        "five year median|5 year median|median of the previous five years|median of the past five years|median of the last five years",
    ),
    (
        Same,
        "same month|same period|corresponding month|corresponding period|same months|same two months|same three months|same four months|same five months|same six months|same seven months|same eight months|same nine months|same ten months|same stretch|same span|same part|corresponding stretch|corresponding span|corresponding part|corresponding months|comparable period|comparable months|equivalent months|like months|equivalent period|same eleven months|same time|like period",
    ),
    (
        From,
        "from|out of|compared with|compared to|against|versus|vs|relative to|compared|comparing with|compares with|compares to|compare with|compare to|opposite to|as against|set against|set beside|put beside|measured against|held against|in comparison with|in contrast with",
    ),
    (Than, "than|beyond"),
    (To, "to|bound for|destined for|headed for|sent to|going to|towards|toward"),
    (
        At,
        "added up to|adds up to|adding up to|amounting to|at|was|were|totalled|totaled|stood at|came to|came in at|reached|hit|amounted to|measured|peaked at|peaking at|a peak of|lay at|ran at|clocked in at|worked out at|weighed in at",
    ),
    (By, "by"),
    (On, "on"),
    (In, "in|during|for|throughout|within"),
    (Of, "of"),
    (Between, "between"),
    (Into, "into"),
    (
        Adjunct,
        "amid|despite|after|following|follows|followed|with|because|due|as|when|since then|given|owing|thanks",
    ),
    // How firmly a figure is meant.
    (About, "about|around|roughly|some|approximately|an estimated|circa|or so"),
    (
        Nearly,
        "almost|all but|nearly|near|close to|just short of|just under|just shy of|approaching|as much as|up to|not quite",
    ),
    (
        Under,
        "no more than|not more than|less than|under|below|fewer than|short of|trailed|trails|trailing|lagged|lags",
    ),
    (
        Over,
        "more than|over|ahead of|exceeding|at least|just over|just above|slightly more than|a little more than|a little over|slightly over|upwards of|well over|above|topped|exceeded|surpassed|topping|surpassing|no less than|in excess of|beat|beats|beating|outdid|outstripped|outpaced",
    ),
    // Orders and runs.
    (
        Highest,
        "highest|most|largest|biggest|strongest|peak|best|busiest|heaviest|greatest|new high|fresh high",
    ),
    (
        Lowest,
        "lowest|smallest|weakest|least|fewest|worst|poorest|thinnest|slowest|new low|fresh low",
    ),
    (High, "high"),
    (Low, "low|so little|so few|so low|as little|as few|as low"),
    (
        Record,
        "records|its records|record high|all time high|record|on record|all time|ever|unprecedented",
    ),
    (
        Skip,
        "by contrast|in contrast|by comparison|in comparison|off record|for the record|track record|on the record",
    ),
    (
        Since,
        "since|since records began in|since records begin in|since its records began in|since its records begin in|since the records began in|since data began in|since the data begin in|since the series began in|since the series begins in|not seen since|unseen since|not since|last seen in|last reached in",
    ),
    (OtherProduct, "spodumene"),
    // As machines translate it.
    (FirstMonths(9), "before three quarters"),
    (Without, "not included|not counted"),
    (BackTo, "back to"),
    (Years, "years|year"),
    (Decade, "decade|decades"),
    (Among, "among|one of|some of"),
    (
        Average,
        "averaged|averaging|averages|average|average of|monthly average|per month|each month|every month",
    ),
    (
        Ended,
        "cutting off|cut off|cutting short|cut short|snapped|snapping|snaps|ended|ending|ends|broke|breaking|breaks|halted|halting|reversed|reversing|stopped|capped|capping",
    ),
    (Each, "for every|for each|every ton of|every tonne of|each ton of|each tonne of"),
    (
        Abroad,
        "abroad|overseas|foreign buyers|foreign customers|overseas buyers|overseas customers|buyers abroad|customers abroad",
    ),
    (
        Straight,
        "straight|consecutive|continuously|in a row|successive|running|on the trot|streak|in succession",
    ),
    // What is no statement about trade that has been.
    (
        Share,
        "accounted for|account for|accounts for|accounting for|share|shares|made up|make up|makes up|represented|represents|proportion|constituted|supplies|supplied|supply",
    ),
    (
        Forecast,
        "will|would|expect|expects|expected|forecast|forecasts|could|might|target|targets|targeted|plan|plans|planned|predicted|predicts|projected|projects|estimates|should|if|aims|hopes|is set to|are set to|is due to|are due to|can|outlook|poll|polled|next year|next quarter|next month|coming months|is estimated|looks for|look for|anticipates|anticipated|foresees",
    ),
    (
        NotTrade,
        "price|prices|priced|pricing|cost|costs|premium|a day|per day|daily|a week|per week|weekly|per kg|per kilogram|per kilo|a kilogram|a kilo|per ton|per tonne|a tonne|a ton|tariff|tariffs|duty|duties|levy|tax|quota|quotas|output|production|produce|produced|produces|producing|mined|mining|capacity|demand|consumption|reserves|stocks|stockpile|stockpiles|inventory|inventories|profit|profits|stock|contains|contain|needs|require|requires|gdp|inflation|annualised|annualized|workers|employees|investment|invested|smuggled|smuggling|purity|mine|mines|plant|plants|company|factory|refinery|smelter|firm|miner|index|futures|currency|approvals|licences|licenses|applications|deficit|surplus|freight|market|economy|population|emissions|funding|loan|deal|contract|order|orders|throughput|cargo|vessels|vessel|ship|ships|port|votes|voters|turnout|respondents|wages|rent|budget",
    ),
    (Sales, "sales|sold|deliveries|delivered|selling|sent|send|supplying"),
    (Proceeds, "earnings|revenue|revenues|turnover|receipts|proceeds|takings"),
    (NotTrade, "net imports|net exports|net import|net export|net importer|net exporter"),
    (Respectively, "respectively|in that order"),
    (Or, "or"),
    (
        Seasonal,
        "seasonal|seasonality|seasonally|season|time of year|lunar new year|chinese new year|spring festival|golden week|holiday|holidays",
    ),
    (
        Adjusted(true),
        "seasonally adjusted|season adjusted|seasonally corrected|seasonal adjustment|seasonal adjustments|adjusted for the season|adjusted for seasonality|adjusted for seasonal|adjusting for the season|adjusting for seasonality|adjusting for seasonal|deseasonalised|deseasonalized|s.a.|sa",
    ),
    (
        Adjusted(false),
        "not seasonally adjusted|non seasonally adjusted|not adjusted|not adjusted for the season|before seasonal adjustment|without seasonal adjustment|unadjusted|nsa",
    ),
    (Break, ";|:|while|whereas|where|but|—|although|though|however|even as"),
    (Comma, ",|(|)|which|who|whose|[|]"),
    (
        Skip,
        "that year|everything|the|a|an|they|it|this|that|these|those|them|had|has|have|been|is|are|customs|data|showed|shows|show|according|statistics|official|volume|volumes|amount|amounts|period|its|their|only|just|still|also|even|already|another|further|roughly speaking|said|same|sharply|steeply|slightly|significantly|substantially|strongly|alone|just about|level|levels|figure|figures|tally|recorded|seen|reported|registered|took|takes|taking|brought|brings|bringing|leaves|leaving|left|lifted|pushed",
    ),
];
