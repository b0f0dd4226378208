// The figures that we promise, measured in headless Chromium on `dist/tab/`, in one run with the
// pages that they are compared with. Prints a table and fails when a figure misses its mark.
// Arguments choose parts, such as `large search`; without any, everything is measured.
import { chromium } from '@playwright/test';
import { CHROMIUM } from '../browser.js';
import { serve } from '../server.js';
import * as first from './first.js';
import * as large from './large.js';
import * as reading from './reading.js';
import * as search from './search.js';

const PARTS = { first, reading, large, search };
const chosen = process.argv.slice(2);

const rows = [];

/** Notes a figure, and holds it to its bound where there is one. */
function figure(name, value, unit, bound = Infinity) {
  const promised = bound === Infinity ? '' : `${Math.round(bound)} ${unit}`;
  const verdict = promised && (value <= bound ? 'ok' : 'MISSED');
  rows.push([name, `${Math.round(value)} ${unit}`, promised, verdict]);
  console.log([name, rows.at(-1)[1], promised && `at most ${promised}`, verdict].filter(Boolean).join('  '));
}

const { address, end } = await serve();
const browser = await chromium.launch(CHROMIUM);
for (const [name, { measure }] of Object.entries(PARTS)) {
  if (chosen.length > 0 && !chosen.includes(name)) {
    continue;
  }
  try {
    await measure({ browser, address, figure });
  } catch (error) {
    rows.push([name, 'not measured', '', 'MISSED']);
    console.log(`${name}: ${error.stack}`);
  }
}
await browser.close();
end();

const head = ['figure', 'measured', 'at most', ''];
const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
console.log();
for (const row of [head, ...rows]) {
  console.log(row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
}
process.exitCode = rows.some(([, , , verdict]) => verdict === 'MISSED') ? 1 : 0;
