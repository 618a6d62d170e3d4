// A made-up download in UN Comtrade's present layout: always the same rows, as many as asked for.

import { createWriteStream, existsSync, renameSync } from "node:fs";

const HEAD =
  "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate\n";

const PARTNERS = Array.from({ length: 160 }, (_, index) => {
  const letter = (/** @type {number} */ place) => String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26));
  return { code: 1000 + index, iso: `X${letter(1)}${letter(0)}`, name: `Country number ${index}` };
});

const CODES = Array.from({ length: 25 }, (_, index) => ({
  code: 280000 + index * 37,
  name: `Chemicals of kind ${index}; "pure" or not, other than those of the headings before`,
}));

/**
 * Writes the file, unless it is there from an earlier run.
 * @param {string} path
 * @param {number} rows
 */
export async function comtrade(path, rows) {
  if (existsSync(path)) return;
  const half = `${path}.half`;
  const stream = createWriteStream(half);
  /** @param {string} text */
  const write = (text) => stream.write(text) || new Promise((resolve) => stream.once("drain", () => resolve(undefined)));
  await write(HEAD);
  let seed = 20_241_110;
  const random = (/** @type {number} */ most) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((seed / 0x80000000) * most);
  };
  const quoted = (/** @type {string} */ text) => text.replaceAll('"', '""');
  let written = 0;
  for (let month = 0; written < rows; month += 1) {
    const year = 1995 + Math.floor(month / 12);
    const number = (month % 12) + 1;
    const period = `${year}${String(number).padStart(2, "0")}`;
    const lines = [];
    for (const [flow, flowName] of [["X", "Export"], ["M", "Import"]]) {
      for (const partner of PARTNERS) {
        for (const { code, name } of CODES) {
          if (written === rows) break;
          written += 1;
          const kilograms = random(10_000_000) + 1;
          const dollars = random(1_000_000_000);
          lines.push(
            `"C","M","${period}01","${year}","${number}","${period}","156","CHN","China","${flow}","${flowName}","${partner.code}","${partner.iso}","${partner.name}","0","W00","World","H6","HS","true","${code}","${quoted(name)}","6","true","C00","TOTAL CPC","0","0","TOTAL MOT","8","kg","${kilograms}","false","-1","N/A","0","false","${kilograms}","false","0","false",,"${dollars}","${dollars}","4","false","true",`,
          );
        }
      }
    }
    await write(`${lines.join("\n")}\n`);
  }
  await new Promise((resolve) => stream.end(() => resolve(undefined)));
  renameSync(half, path);
}
