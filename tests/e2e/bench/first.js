// How long it takes from the address to the first screen.
import { median } from './meter.js';

export async function measure({ browser, address, figure }) {
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    const page = await browser.newPage();
    await page.goto(address);
    await page.locator('#noema h1').waitFor();
    times.push(await page.evaluate(() => performance.now()));
    await page.close();
  }
  figure('first screen', median(times), 'ms');
}
