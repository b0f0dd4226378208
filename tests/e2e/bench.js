// The figures that we promise, in headless Chromium on the built product. A figure that has a limit
// and misses it fails the run.
import { chromium } from '@playwright/test';
import { BUILDS, CHROMIUM, addressOf } from './browser.js';
import { serve } from './server.js';

let missed = 0;

/** Prints a figure and holds it to its limit, if it has one. */
function figure(name, value, unit, limit = Infinity) {
  const verdict = value <= limit ? '' : ' MISSED';
  const promise = limit === Infinity ? '' : ` of at most ${limit}`;
  console.log(`${name}: ${value.toFixed(1)}${promise} ${unit}${verdict}`);
  missed += value <= limit ? 0 : 1;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

async function firstScreen(browser, build) {
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    const page = await browser.newPage();
    await page.goto(addressOf(build));
    await page.getByRole('heading', { level: 1 }).waitFor();
    times.push(await page.evaluate(() => performance.now()));
    await page.close();
  }
  return median(times);
}

const { address, end } = await serve();
process.env.NOEMA_TAB = address;
const browser = await chromium.launch(CHROMIUM);
for (const build of BUILDS) {
  figure(`first screen, ${build}`, await firstScreen(browser, build), 'ms');
}
await browser.close();
end();
process.exitCode = missed > 0 ? 1 : 0;
