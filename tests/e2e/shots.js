// The pictures of the README, in `docs/pictures/`: one line each below.
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM, addressOf } from './browser.js';
import { serve } from './server.js';

const PICTURES = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** Each picture: its name, the size of the window, light or dark, and the way to what it shows. */
const SHOTS = [
  { name: 'start', width: 1440, height: 900, scheme: 'light', go: async () => {} },
  { name: 'start-dark', width: 1440, height: 900, scheme: 'dark', go: async () => {} },
  { name: 'start-narrow', width: 360, height: 740, scheme: 'light', go: async () => {} },
];

const { address, end } = await serve();
process.env.NOEMA_TAB = address;
const browser = await chromium.launch(CHROMIUM);
for (const { name, width, height, scheme, go } of SHOTS) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
  await page.goto(addressOf('tab'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await go(page);
  await page.screenshot({ path: `${PICTURES}${name}.png` });
  await page.close();
  console.log(`docs/pictures/${name}.png`);
}
await browser.close();
end();
