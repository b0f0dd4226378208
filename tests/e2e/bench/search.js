// Searching 1,000,000 words with a regular expression.
import { study } from './material.js';
import { eventTime, longestTask, meteredPage, median, painting } from './meter.js';
import { bring, interview, linesAreShown, toParticipant } from './workbench.js';

const TITLE = /^A million words/;
const ROUNDS = 5;

export async function measure({ browser, address, figure }) {
  const page = await meteredPage(browser);
  await bring(page, address, study('million', 'million', null));
  await toParticipant(page, address, TITLE);
  const shown = await painting(page, 'shown', linesAreShown);
  await interview(page).click();
  figure('opening 1,000,000 words', (await shown()) - (await eventTime(page, 'click')), 'ms');

  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search');
  await bar.getByRole('button', { name: 'Regular expression' }).click();
  const field = bar.getByRole('textbox');
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await field.fill('');
    await page.waitForTimeout(500);
    const found = await painting(page, 'found', () =>
      /\d/.test(document.querySelector('.find-count')?.textContent ?? ''),
    );
    await field.fill(`(evening|garden)\\s+\\w+${'e'.repeat(round % 2)}`);
    times.push((await found()) - (await eventTime(page, 'input')));
  }
  figure('regular expression over 1,000,000 words', median(times), 'ms', 200);
  figure('searching, longest task', await longestTask(page, await eventTime(page, 'input')), 'ms');
  await page.context().close();
}
