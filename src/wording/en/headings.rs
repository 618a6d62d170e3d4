//! Names of the Harmonized System's chapters, and of the headings that stories about rare earths,
//! magnets and battery minerals turn on, in short.

const NAMES: &str = "\
TOTAL All goods
01 Live animals
02 Meat
03 Fish and seafood
04 Dairy, eggs, honey
05 Other animal products
06 Live plants, flowers
07 Vegetables
08 Fruit and nuts
09 Coffee, tea, spices
10 Cereals
11 Flour, malt, starch
12 Oil seeds, plants for industry
13 Gums, resins
14 Plaiting materials
15 Fats and oils
16 Prepared meat and fish
17 Sugar
18 Cocoa
19 Cereal preparations
20 Prepared vegetables and fruit
21 Other food preparations
22 Drinks, vinegar
23 Fodder, food residues
24 Tobacco
25 Salt, sulphur, stone, cement
26 Ores, slag, ash
27 Mineral fuels and oils
28 Inorganic chemicals
29 Organic chemicals
30 Pharmaceuticals
31 Fertilisers
32 Dyes, paints
33 Perfumery, cosmetics
34 Soap, waxes
35 Proteins, glues
36 Explosives
37 Photographic goods
38 Other chemical products
39 Plastics
40 Rubber
41 Hides, leather
42 Leather goods
43 Furs
44 Wood
45 Cork
46 Basketware
47 Wood pulp
48 Paper
49 Printed matter
50 Silk
51 Wool
52 Cotton
53 Other plant fibres
54 Man-made filaments
55 Man-made staple fibres
56 Wadding, felt, rope
57 Carpets
58 Special fabrics
59 Coated fabrics
60 Knitted fabrics
61 Knitted clothes
62 Woven clothes
63 Other textiles
64 Footwear
65 Headgear
66 Umbrellas
67 Feathers, artificial flowers
68 Stone, plaster articles
69 Ceramics
70 Glass
71 Precious metals and stones
72 Iron and steel
73 Iron and steel articles
74 Copper
75 Nickel
76 Aluminium
78 Lead
79 Zinc
80 Tin
81 Other base metals
82 Tools, cutlery
83 Other metal articles
84 Machinery
85 Electrical machinery
86 Railway stock
87 Vehicles
88 Aircraft
89 Ships
90 Instruments
91 Clocks
92 Musical instruments
93 Arms
94 Furniture, lamps
95 Toys, games
96 Other manufactures
97 Art, antiques
2504 Natural graphite
250410 Natural graphite, powder or flakes
2530 Other minerals, rare earth ores among them
253090 Mineral substances, rare earth ores among them
2602 Manganese ores
2604 Nickel ores
2605 Cobalt ores
261220 Thorium ores, monazite
261510 Zirconium ores
2805 Alkali and rare earth metals, mercury
280519 Alkali metals, lithium among them
280530 Rare earth metals, scandium and yttrium
2822 Cobalt oxides
2825 Hydrazine, metal oxides and hydroxides, lithium among them
282520 Lithium oxide and hydroxide
2827 Chlorides, lithium among them
2833 Sulphates, nickel and cobalt among them
2836 Carbonates, lithium among them
283691 Lithium carbonate
2841 Salts of metallic acids
2846 Rare earth compounds
284610 Cerium compounds
284690 Other rare earth compounds
3801 Artificial graphite and pastes
380110 Artificial graphite
7202 Ferro-alloys
720299 Other ferro-alloys
7501 Nickel mattes
7502 Unwrought nickel
8103 Tantalum
8105 Cobalt
8111 Manganese
8112 Gallium, germanium, beryllium and others
811292 Gallium, germanium and others
8505 Magnets
850511 Permanent magnets of metal
850519 Other permanent magnets
8506 Primary cells and batteries
850650 Lithium cells
8507 Accumulators
850760 Lithium-ion accumulators";

/// The short name of a code, if it is one of these.
pub fn short(code: &str) -> Option<&'static str> {
    NAMES.lines().find_map(|line| {
        let (own, name) = line.split_once(' ')?;
        (own == code).then_some(name)
    })
}
