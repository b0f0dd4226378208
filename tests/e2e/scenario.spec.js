// The main job, start to end: a new study, a participant, a Word file and captions, a mark, three
// kinds of note, a statement, a theme; the browser closed and opened again; the study as a file, in
// a fresh profile. Once with the pointer where a person would use it, once by keys alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM } from './browser.js';
import { expect, test } from './fixture.js';

const fixture = (path) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));
const FILES = [fixture('docx/libreoffice/input.docx'), fixture('vtt/teams/input.vtt')];

const transcript = (page) => page.getByRole('application', { name: /^Transcript/ });
const notes = (page) => page.getByRole('region', { name: 'Exploratory notes' });
const statements = (page) => page.getByRole('region', { name: 'Initial themes' });
const rail = (page) => page.getByRole('navigation', { name: 'Pages of the study' });
const saved = (page) => expect(page.getByText('Saved on this machine')).toBeVisible();

/** How a control is used: clicked, or given the keyboard and pressed. */
const POINTER = (control) => control.click();
const KEYS = (control) => control.press('Enter');

/** A profile of its own under the test's guard. Without the file dialogue, which no test can see. */
async function profile(guard, folder) {
  const context = await chromium.launchPersistentContext(folder, {
    ...CHROMIUM,
    viewport: { width: 1440, height: 900 },
  });
  await context.addInitScript(() => delete globalThis.showSaveFilePicker);
  guard(context);
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

async function begin(page, address, use) {
  await page.goto(address);
  await use(page.getByRole('button', { name: 'New study' }));
  await page.getByLabel('Title').fill('Keeping a chair');
  await page.getByLabel('Your name').fill('Mo Hale');
  await use(page.getByRole('button', { name: 'Begin the study' }));
  await use(page.getByRole('button', { name: 'Add a participant' }));
  await expect(rail(page).getByRole('button', { name: 'P1', exact: true })).toBeVisible();
  await use(rail(page).getByRole('button', { name: 'Overview' }));
}

async function bringIn(page, use) {
  const choosing = page.waitForEvent('filechooser');
  await use(page.getByRole('button', { name: /^Import transcripts/ }).first());
  await (await choosing).setFiles(FILES);
  const files = page.getByRole('region', { name: 'Files' });
  await expect(files.getByRole('button', { name: /^input.docx.*Interview 1/ })).toBeVisible();
  await expect(files.getByRole('button', { name: /^input.vtt.*Interview 1/ })).toBeVisible();
  await use(page.getByRole('button', { name: 'Import 2 transcripts' }));
  await expect(page.getByText('2 transcripts imported.')).toBeVisible();
}

/** Codes a line of the transcript on screen, by keys: they are the same for everyone. */
async function code(page) {
  const keys = async (...pressed) => {
    for (const key of pressed) {
      await page.keyboard.press(key);
    }
  };
  await transcript(page).focus();
  await keys('Control+Home', 'ArrowDown', 'ArrowDown', 'Home', 'Shift+End', 'm');
  await keys('ArrowDown', 'ArrowDown', 'ArrowDown', 'Home', 'Shift+End');
  for (const [key, text] of [
    ['d', 'How she came in'],
    ['l', 'A door that is at the back'],
    ['c', 'Being let in unseen'],
  ]) {
    await keys(key);
    await page.keyboard.type(text);
    await keys('Control+Enter');
    await expect(notes(page)).toContainText(text);
    await expect(transcript(page)).toBeFocused();
  }
  await keys('s');
  await page.keyboard.type('Let in by the back door');
  await keys('Enter');
  await expect(statements(page)).toContainText('Let in by the back door');
}

async function makeTheme(page, use) {
  await use(rail(page).getByRole('button', { name: 'Codebook' }));
  await use(page.getByRole('button', { name: 'New theme of the study' }));
  await page.keyboard.type('Ways in');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('treeitem', { name: /Ways in/ })).toBeVisible();
}

/** All that the study holds, as its pages show it. */
async function content(page, use) {
  const shown = [];
  await use(rail(page).getByRole('button', { name: 'Codebook' }));
  await expect(page.getByRole('treeitem', { name: /Ways in/ })).toBeVisible();
  shown.push(await page.getByRole('tree').allInnerTexts());
  await use(rail(page).getByRole('button', { name: /^P4/ }));
  await use(rail(page).getByRole('button', { name: /^Interview 1/ }));
  await expect(transcript(page)).toContainText('Through the back door');
  await expect(statements(page)).toContainText('Let in by the back door');
  shown.push(await transcript(page).innerText(), await notes(page).innerText());
  shown.push(await page.locator('[data-at]').allInnerTexts());
  return shown;
}

for (const [how, use] of [
  ['with the pointer', POINTER],
  ['by keys alone', KEYS],
]) {
  test(`from a new study to its file in a fresh profile, ${how}`, async ({ address, guard, axe }) => {
    test.setTimeout(120_000);
    const folders = ['noema-here-', 'noema-there-'].map((name) => mkdtempSync(join(tmpdir(), name)));
    const here = await profile(guard, folders[0]);
    await begin(here.page, address, use);
    await bringIn(here.page, use);
    await use(rail(here.page).getByRole('button', { name: /^P4/ }));
    await use(rail(here.page).getByRole('button', { name: /^Interview 1/ }));
    await code(here.page);
    await makeTheme(here.page, use);
    expect(await axe(here.page)).toEqual([]);
    await saved(here.page);
    const before = await content(here.page, use);
    await here.context.close();

    const again = await profile(guard, folders[0]);
    await again.page.goto(address);
    await use(again.page.getByRole('button', { name: /^Keeping a chair/ }).first());
    await expect(again.page.getByRole('main')).toBeFocused();
    expect(await content(again.page, use)).toEqual(before);
    const downloading = again.page.waitForEvent('download');
    await again.page.keyboard.press('Control+s');
    const file = join(folders[0], 'study.noema');
    await (await downloading).saveAs(file);

    const there = await profile(guard, folders[1]);
    await there.page.goto(address);
    // The first page is drawn anew when the storage has answered; a key pressed just then is lost.
    await expect(async () => {
      const choosing = there.page.waitForEvent('filechooser', { timeout: 2000 });
      await use(there.page.getByRole('button', { name: 'Open a study file' }));
      await (await choosing).setFiles(file);
    }).toPass();
    await use(there.page.getByRole('button', { name: 'Go on' }));
    await expect(there.page.getByRole('dialog')).toBeHidden();
    expect(await content(there.page, use)).toEqual(before);
    await saved(there.page);
    await again.context.close();
    await there.context.close();
    folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  });
}
