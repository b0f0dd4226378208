// The pictures of the README, in `docs/pictures/`: one line each below.
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM, addressOf } from './browser.js';
import { serve } from './server.js';

const PICTURES = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

const rail = (page, name) =>
  page
    .getByRole('navigation', { name: 'Pages of the study' })
    .getByRole('button', { name })
    .click();

async function example(page) {
  await page.getByRole('button', { name: 'Open the example' }).click();
  await page.getByRole('button', { name: /^P2/ }).first().waitFor();
}

async function transcript(page) {
  await example(page);
  await rail(page, /^P2/);
  await rail(page, /^Interview 1/);
  await page.getByRole('application', { name: /^Transcript/ }).waitFor();
}

async function narrow(page) {
  await page.getByRole('button', { name: 'Open the example' }).click();
  for (const name of [/^P2/, /^Interview 1/]) {
    await page.getByRole('button', { name: 'Pages', exact: true }).click();
    await rail(page, name);
  }
  await page.getByRole('application', { name: /^Transcript/ }).waitFor();
}

const on = (name) => async (page) => {
  await example(page);
  await rail(page, name);
};

/** The working table of the first interview. */
async function table(page) {
  await transcript(page);
  await page.getByRole('button', { name: 'Working table' }).click();
}

/** Each picture: its name, the size of the window, light or dark, and the way to what it shows. */
const SHOTS = [
  { name: 'start', width: 1440, height: 900, scheme: 'light', go: async () => {} },
  { name: 'transcript', width: 1440, height: 900, scheme: 'light', go: transcript },
  { name: 'transcript-dark', width: 1440, height: 900, scheme: 'dark', go: transcript },
  { name: 'transcript-narrow', width: 360, height: 740, scheme: 'light', go: narrow },
  { name: 'codebook', width: 1440, height: 900, scheme: 'light', go: on('Codebook') },
  { name: 'table', width: 1440, height: 900, scheme: 'light', go: table },
  { name: 'journal', width: 1024, height: 768, scheme: 'light', go: on('Journal') },
];

const { address, end } = await serve();
process.env.NOEMA_TAB = address;
const browser = await chromium.launch(CHROMIUM);
for (const { name, width, height, scheme, go } of SHOTS) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
  await page.goto(addressOf('tab'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await go(page);
  // Motion and measuring have come to rest.
  await page.waitForTimeout(1000);
  await page.screenshot({ path: `${PICTURES}${name}.png` });
  await page.close();
  console.log(`docs/pictures/${name}.png`);
}
await browser.close();
end();
