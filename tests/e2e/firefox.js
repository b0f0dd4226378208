// The main job once on each build in Firefox, over WebDriver BiDi: a study, a Word file, three kinds of
// note, a statement; the browser closed and opened again; the study as a file in a fresh profile. Closes like Playwright's line reporter, with
// `  N passed` and `  N failed`.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { BUILDS, FIREFOX, addressOf } from './browser.js';
import { isOwn } from './guard.js';
import { serve } from './server.js';

const STORY = {
  name: 'P4-1.docx',
  bytes: [...readFileSync(new URL('../fixtures/docx/libreoffice/input.docx', import.meta.url))],
};

const by = (page, role, name) => page.locator(`::-p-aria([name="${name}"][role="${role}"])`);
const press = async (page, ...keys) => {
  for (const key of keys) {
    await page.keyboard.press(key);
  }
};
const chord = async (page, held, key) => {
  await page.keyboard.down(held);
  await page.keyboard.press(key);
  await page.keyboard.up(held);
};
const shows = (page, text) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout: 15_000 }, text);
const saved = (page) => page.waitForSelector('[data-save-state="saved"]', { timeout: 15_000 });

/** Drops files on the page; the dialogue of files cannot be driven here. */
const drop = (page, { name, bytes }) =>
  page.$eval(
    'main',
    (main, name, bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        main.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    name,
    bytes,
  );

async function studyOf(page) {
  await by(page, 'button', 'New study').click();
  await by(page, 'textbox', 'Title You can change it at any time.').fill('In another browser');
  await page.waitForSelector('dialog input');
  const fields = await page.$$('dialog input, dialog textarea');
  await fields.at(-1).type('Mo Hale');
  await by(page, 'button', 'Begin the study').click();
  await shows(page, 'Bring in the first transcript');
  await drop(page, STORY);
  await by(page, 'button', 'Import 1 transcript').click();
  await page.waitForSelector('[role="application"]');
  await page.focus('[role="application"]');
  await chord(page, 'Control', 'Home');
  await press(page, 'ArrowDown', 'ArrowDown', 'Home');
  await chord(page, 'Shift', 'End');
  for (const [key, text] of [['d', 'First note'], ['l', 'Second note'], ['c', 'Third note']]) {
    await press(page, key);
    await page.waitForSelector('textarea[data-focus="reading-draft"]');
    await page.keyboard.type(text);
    await chord(page, 'Control', 'Enter');
    await shows(page, text);
  }
  await press(page, 's');
  await page.keyboard.type('A statement from Firefox');
  await press(page, 'Enter');
  await shows(page, 'A statement from Firefox');
  await saved(page);
}

const WORDS = ['First note', 'Second note', 'Third note', 'A statement from Firefox'];

/** What is done in each build: steps that throw when something is wrong. */
async function mainJob(build) {
  const folder = mkdtempSync(join(tmpdir(), 'noema-firefox-'));
  const session = async (profile, steps) => {
    const browser = await puppeteer.launch({
      ...FIREFOX,
      userDataDir: join(folder, profile),
      extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': folder },
    });
    try {
      await guarded(browser, build, steps);
    } finally {
      await browser.close();
    }
  };
  ['here', 'there'].forEach((profile) => mkdirSync(join(folder, profile)));
  try {
    await session('here', studyOf);
    await session('here', async (page) => {
      await shows(page, 'In another browser');
      await page.locator('::-p-text(In another browser)').click();
      for (const words of WORDS) {
        await shows(page, words);
      }
      await chord(page, 'Control', 's');
      await page.waitForFunction(() => document.body.innerText.includes('saved'));
    });
    const file = await downloaded(folder);
    await session('there', async (page) => {
      await page.waitForSelector('#noema h1');
      await drop(page, { name: 'study.noema', bytes: [...readFileSync(file)] });
      await by(page, 'button', 'Go on').click();
      await by(page, 'button', 'P4').click();
      await by(page, 'button', 'Interview 1').click();
      for (const words of WORDS) {
        await shows(page, words);
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function downloaded(folder) {
  for (let look = 0; look < 100; look += 1) {
    const names = readdirSync(folder);
    const name = names.find((name) => name.endsWith('.noema'));
    if (name && !names.some((name) => name.endsWith('.part'))) {
      return join(folder, name);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  throw new Error('no study file was downloaded');
}

/** Opens the build and takes the steps; a word on the console or a foreign request is a failure. */
async function guarded(browser, build, steps) {
  const seen = [];
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  page.on('console', (message) => seen.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => seen.push(`page error: ${error}`));
  page.on('request', (request) => {
    if (!isOwn(build, request.url())) {
      seen.push(`request: ${request.url()}`);
    }
  });
  await page.goto(addressOf(build));
  await page.waitForSelector('#noema h1', { timeout: 20_000 });
  await steps(page);
  if (seen.length > 0) {
    throw new Error(seen.join('\n'));
  }
}

const { address, end } = await serve();
process.env.NOEMA_TAB = address;
let passed = 0;
let failed = 0;
for (const build of BUILDS) {
  try {
    await mainJob(build);
    passed += 1;
    console.log(`ok [${build}]`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED [${build}]\n${error.stack}`);
  }
}
end();
console.log(`  ${failed} failed\n  ${passed} passed`);
process.exitCode = failed > 0 ? 1 : 0;
