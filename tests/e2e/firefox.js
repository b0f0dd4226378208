// Each build once in Firefox, over WebDriver BiDi. Closes like Playwright's line reporter, with
// `  N passed` and `  N failed`.
import puppeteer from 'puppeteer-core';
import { BUILDS, FIREFOX, addressOf } from './browser.js';
import { isOwn } from './guard.js';
import { serve } from './server.js';

/** What is done in each build: a name, and steps that throw when something is wrong. */
const SCENARIOS = {
  'starts under its policy': async (page) => {
    await page.waitForSelector('#noema h1', { timeout: 20_000 });
  },
};

async function run(scenario, build) {
  const browser = await puppeteer.launch(FIREFOX);
  const seen = [];
  try {
    const page = await browser.newPage();
    page.on('console', (message) => seen.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => seen.push(`page error: ${error}`));
    page.on('request', (request) => {
      if (!isOwn(build, request.url())) {
        seen.push(`request: ${request.url()}`);
      }
    });
    await page.goto(addressOf(build));
    await scenario(page);
  } finally {
    await browser.close();
  }
  if (seen.length > 0) {
    throw new Error(seen.join('\n'));
  }
}

const { address, end } = await serve();
process.env.NOEMA_TAB = address;
let passed = 0;
let failed = 0;
for (const build of BUILDS) {
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    try {
      await run(scenario, build);
      passed += 1;
      console.log(`ok [${build}] ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED [${build}] ${name}\n${error.stack}`);
    }
  }
}
end();
console.log(`  ${failed} failed\n  ${passed} passed`);
process.exitCode = failed > 0 ? 1 : 0;
