// Losing nothing: a script codes without a pause in a real Chromium, which is killed at a random
// moment, again and again in one profile. After each restart the study is saved as a file and read
// outside of any browser: every note that the screen had called saved is in it, and it is whole.
// Prints how many changes were checked; closes like Playwright's line reporter.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM } from './browser.js';
import { serve } from './server.js';

const ROUNDS = Number(process.env.NOEMA_KILLS ?? 25);
const SEED = Number(process.env.NOEMA_SEED ?? Date.now() % 1_000_000);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STORY = fileURLToPath(new URL('../fixtures/docx/libreoffice/input.docx', import.meta.url));

/** Numbers between 0 and 1 by chance, the same for the same seed (mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A Chromium of our own, whose processes can be killed all at once. */
async function start(folder, address) {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'];
  const child = spawn(CHROMIUM.executablePath, [...CHROMIUM.args, ...root, ...flags], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endpoint = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (bytes) => {
      said += bytes;
      const found = /ws:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(`Chromium did not start: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const context = browser.contexts()[0];
  await context.addInitScript(() => delete globalThis.showSaveFilePicker);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(address);
  const kill = () => {
    process.kill(-child.pid, 'SIGKILL');
    return new Promise((resolve) => {
      child.on('close', resolve);
    });
  };
  return { browser, page, kill };
}

async function begin(page) {
  await page.getByRole('button', { name: 'New study' }).click();
  await page.getByLabel('Title').fill('Killed and back');
  await page.getByLabel('Your name').fill('Mo Hale');
  await page.getByRole('button', { name: 'Begin the study' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Import transcripts/ }).first().click();
  await (await choosing).setFiles(STORY);
  await page.getByRole('button', { name: 'Import 1 transcript' }).click();
  await transcript(page).waitFor();
}

const transcript = (page) => page.getByRole('application', { name: /^Transcript/ });

/** Whether the screen shows a note and calls everything saved, in one look. */
const isCalledSaved = (page, text) =>
  page.evaluate((wanted) => {
    const notes = document.querySelector('[data-save-state]')?.closest('#noema')?.textContent ?? '';
    const state = document.querySelector('[data-save-state]')?.dataset.saveState;
    return notes.includes(wanted) && state === 'saved';
  }, text);

/** Codes until the browser is gone; `saved` takes in what the screen called saved. */
async function code(page, round, saved) {
  await transcript(page).focus();
  await page.keyboard.press('Control+Home');
  for (let turn = 0; ; turn += 1) {
    const text = `note ${round}-${turn}.`;
    await page.keyboard.press(turn % 8 === 7 ? 'Control+Home' : 'ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('dlc'[turn % 3]);
    await page.keyboard.insertText(text);
    await page.keyboard.press('Control+Enter');
    for (let look = 0; look < 200; look += 1) {
      if (await isCalledSaved(page, text)) {
        saved.push(text);
        break;
      }
    }
  }
}

/** What the study holds now, read outside of the browser. */
async function held(page, folder) {
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const file = join(folder, 'held.noema');
  await (await downloading).saveAs(file);
  const said = execFileSync('cargo', ['run', '--quiet', '--example', 'study', '--', 'check', file], {
    cwd: ROOT,
  });
  return JSON.parse(said);
}

const { address, end } = await serve();
const folder = mkdtempSync(join(tmpdir(), 'noema-kill-'));
const profile = join(folder, 'profile');
const random = chance(SEED);
const saved = [];
let checked = 0;
const faults = [];
console.log(`killing ${ROUNDS} times, NOEMA_SEED=${SEED}`);
try {
  let running = await start(profile, address);
  await begin(running.page);
  for (let round = 0; round < ROUNDS; round += 1) {
    const coding = code(running.page, round, saved).catch(() => {});
    await new Promise((resolve) => {
      setTimeout(resolve, 700 + random() * 1800);
    });
    await running.kill();
    await coding;
    running = await start(profile, address);
    await running.page.getByRole('button', { name: /^Killed and back/ }).first().click();
    await transcript(running.page).waitFor();
    const study = await held(running.page, folder);
    const lost = saved.filter((text) => !study.notes.includes(text));
    faults.push(...study.faults, ...lost.map((text) => `lost in round ${round}: ${text}`));
    checked += saved.length;
  }
  await running.kill();
} finally {
  end();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${saved.length} changes were called saved; ${checked} times one was looked for after a kill`);
faults.forEach((fault) => console.log(fault));
const failed = faults.length > 0 || saved.length < ROUNDS ? 1 : 0;
console.log(`  ${failed} failed\n  ${1 - failed} passed`);
process.exitCode = failed;
