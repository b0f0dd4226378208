// A study of 100,000 codings in 300 transcripts: from the click on its name to the first transcript,
// and until everything behind it is there.
import { study } from './material.js';
import { eventTime, longestTask, meteredPage, painting } from './meter.js';
import { bring, interview, linesAreShown, toParticipant } from './workbench.js';

const TITLE = /^A large study/;

export async function measure({ browser, address, figure }) {
  const file = study('large', 'large', null);
  const page = await meteredPage(browser);
  await bring(page, address, file);
  await toParticipant(page, address, TITLE);
  await interview(page).click();
  await page.locator('.lines-scope .line-text').first().waitFor();
  await page.getByRole('button', { name: 'Close the study and go to the start page' }).click();
  await page.getByRole('button', { name: TITLE }).first().waitFor();
  await page.goto(address);
  await page.getByRole('button', { name: TITLE }).first().waitFor();
  await page.waitForTimeout(1000);

  const shown = await painting(page, 'shown', linesAreShown);
  await page.getByRole('button', { name: TITLE }).first().click();
  const clicked = await eventTime(page, 'click');
  const whole = await painting(page, 'whole', () => {
    const there = document.querySelector('.rail') !== null;
    return there && document.querySelector('.rail-waiting') === null;
  });
  figure('opening 100,000 codings, first transcript painted', (await shown()) - clicked, 'ms', 1000);

  const before = await page.locator('.reading-status').textContent();
  const moved = await painting(
    page,
    'moved',
    (before) => document.querySelector('.reading-status').textContent !== before,
    before,
  );
  await page.locator('[data-focus="transcript"]').focus();
  await page.keyboard.press('ArrowDown');
  figure('opening 100,000 codings, a key answered', (await moved()) - clicked, 'ms', 1000);
  figure('opening 100,000 codings, everything loaded', (await whole()) - clicked, 'ms', 4000);
  figure('opening 100,000 codings, longest task', await longestTask(page, clicked), 'ms', 50);
  await page.context().close();
}
