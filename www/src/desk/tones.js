/**
 * The numbers of the colours that series have in the chart, which finds them in the same way: where there are
 * exports and imports, the first of each has that of its flow; the others take what is left in their order.
 * @param {string[]} flows Of the series in their order.
 */
export function tones(flows) {
  const [exported, imported] = [flows.indexOf("export"), flows.indexOf("import")];
  const both = exported >= 0 && imported >= 0;
  let free = both ? 2 : 0;
  return flows.map((_, place) => {
    if (both && place === exported) return 0;
    if (both && place === imported) return 1;
    free += 1;
    return free - 1;
  });
}
