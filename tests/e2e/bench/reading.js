// A transcript of 200,000 words with 5,000 overlapping excerpts: opening it, adding a mark, scrolling
// from top to end.
import { study, text, yardstick } from './material.js';
import { busyMeter, eventTime, longestTask, meteredPage, median, now, painting } from './meter.js';
import { servePlain } from './plain.js';
import { bring, codings, interview, linesAreShown, marksAreShown, toParticipant } from './workbench.js';

const TITLE = /^One long transcript/;
const OPENINGS = 5;
const MARKS = 30;
const FRAME = 16;

export async function measure({ browser, address, figure }) {
  if (!yardstick) {
    console.log('reading: not measured, since ../shared/bench is missing; NOEMA_SHARED may name the folder');
    return;
  }
  const { plain, marks, few } = text();
  const many = study('marked', 'marked', plain, marks, null);
  const sparse = study('sparse', 'marked', plain, few, null);
  const pages = await servePlain();
  try {
    const pre = await openingOfPre(browser, `${pages.address}/pre`);
    figure('opening <pre>', pre, 'ms');
    const limit = await markingAPage(browser, `${pages.address}/marks`);
    figure('adding a mark on the highlight page, busy', limit, 'ms');

    const page = await meteredPage(browser);
    await bring(page, address, many);
    figure('opening 200,000 words with 5,000 excerpts', await opening(page, address), 'ms', pre / 4);
    await scrolling(page, figure);
    const dense = await marking(page);
    await page.context().close();

    const other = await meteredPage(browser);
    await bring(other, address, sparse);
    await toParticipant(other, address, TITLE);
    const shown = await painting(other, 'shown', linesAreShown);
    await interview(other).click();
    await shown();
    const light = await marking(other);
    await other.context().close();

    figure('adding a mark, busy', dense, 'ms', Math.max(limit, FRAME));
    figure('adding a mark with 100 excerpts, busy', light, 'ms');
    figure('adding a mark: with 5,000 for 100 with 100', (dense / light) * 100, '%', 120);
  } finally {
    pages.end();
  }
}

async function openingOfPre(browser, address) {
  const times = [];
  for (let round = 0; round < OPENINGS; round += 1) {
    const page = await meteredPage(browser);
    await page.goto(address, { waitUntil: 'commit' });
    const shown = await painting(page, 'shown', () => document.readyState === 'complete');
    times.push(await shown());
    await page.context().close();
  }
  return median(times);
}

async function opening(page, address) {
  const times = [];
  for (let round = 0; round < OPENINGS; round += 1) {
    await toParticipant(page, address, TITLE);
    const shown = await painting(page, 'shown', marksAreShown);
    await interview(page).click();
    times.push((await shown()) - (await eventTime(page, 'click')));
  }
  return median(times);
}

async function scrolling(page, figure) {
  const begun = await now(page);
  const nodes = await page.evaluate(async () => {
    const lines = document.querySelector('.lines-scope');
    let scroller = lines;
    while (!/auto|scroll/.test(getComputedStyle(scroller).overflowY)) {
      scroller = scroller.parentElement;
    }
    const count = () => {
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
      let nodes = 1;
      while (walker.nextNode()) {
        nodes += 1;
      }
      return nodes;
    };
    const steps = 200;
    const whole = scroller.scrollHeight - scroller.clientHeight;
    let most = 0;
    for (let step = 0; step <= steps; step += 1) {
      scroller.scrollTop = (whole * step) / steps;
      await new Promise(requestAnimationFrame);
      if (step % 20 === 0) {
        most = Math.max(most, count());
      }
    }
    scroller.scrollTop = whole / 2;
    return most;
  });
  figure('scrolling from top to end, longest task', await longestTask(page, begun), 'ms', 50);
  figure('nodes in the document', nodes, '', 5000);
}

/** A place with enough of one line of text to draw over. */
function placeToDraw(selector) {
  for (const line of document.querySelectorAll(selector)) {
    const box = line.getBoundingClientRect();
    const inside = document.elementFromPoint(box.left + 60, box.top + box.height / 2);
    if (box.top > 200 && box.bottom < 600 && box.width > 420 && line.contains(inside)) {
      return { x: box.left + 60, y: box.top + box.height / 2 };
    }
  }
  return null;
}

async function drawOver(page, { x, y }, width) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + width, y, { steps: 8 });
  await page.waitForTimeout(100);
}

/** Release of the button and pick of a theme; what is typed to find the theme is not counted. */
async function marking(page) {
  const busy = await busyMeter(page);
  const lines = '.lines-scope .line-text';
  const times = [];
  const before = await codings(page);
  await page.waitForTimeout(300);
  for (let round = 0; round < MARKS; round += 1) {
    const place = await page.evaluate(`(${placeToDraw})(${JSON.stringify(lines)})`);
    // Each a little different, since the same words are not marked twice.
    await drawOver(page, place, 150 + 8 * round);
    let time = await busy(() => page.mouse.up());
    await page.keyboard.press('t');
    await page.keyboard.insertText('03 cost');
    const option = page.getByRole('option', { name: /^03 cost/ }).first();
    await option.hover();
    time += await busy(() => page.mouse.down().then(() => page.mouse.up()));
    times.push(time);
    await page.locator('[data-save-state="saved"]').waitFor();
  }
  expectMarks(before, await codings(page));
  return median(times);
}

/** A mark that was not added costs nothing: a figure counts only if all of them were. */
function expectMarks(before, after) {
  if (after !== before + MARKS) {
    throw new Error(`${after - before} of ${MARKS} marks were added`);
  }
}

async function markingAPage(browser, address) {
  const page = await meteredPage(browser);
  await page.goto(address);
  await page.waitForFunction(() => globalThis.__ready);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await page.waitForTimeout(600);
  const busy = await busyMeter(page);
  const count = () => page.evaluate(() => globalThis.__count());
  const before = await count();
  const times = [];
  for (let round = 0; round < MARKS; round += 1) {
    const place = await page.evaluate(`(${placeToDraw})('#content p')`);
    await drawOver(page, place, 150 + 8 * round);
    let time = await busy(() => page.mouse.up());
    const button = page.locator('#picker button').nth(2);
    await button.hover();
    time += await busy(() => page.mouse.down().then(() => page.mouse.up()));
    times.push(time);
  }
  expectMarks(before, await count());
  await page.context().close();
  return median(times);
}
