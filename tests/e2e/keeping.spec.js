// Studies from the first visit to a file in another profile: begun, copied, put away, deleted, kept
// when storage fails, the same in two tabs.
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from './fixture.js';

const saved = (page) => expect(page.locator('[data-save-state=saved]')).toBeVisible();
const study = (page, name) => page.getByRole('button', { name: new RegExp(`^${name} \\d`) });

async function begin(page, address, title) {
  await page.goto(address);
  await page.getByRole('button', { name: 'New study' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Your name').fill('Mara Hill');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  await saved(page);
}

async function leave(page) {
  await page.getByRole('button', { name: /go to the start page/ }).click();
  await expect(page.getByRole('heading', { name: 'Your studies' })).toBeVisible();
}

/** A study as a file: the save dialogue of a browser cannot be driven, so it is taken away. */
async function saveAs(page, press, path) {
  await page.evaluate(() => delete globalThis.showSaveFilePicker);
  const download = page.waitForEvent('download');
  await press();
  await (await download).saveAs(path);
}

async function open(page, path) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a study file' }).click();
  await (await chooser).setFiles(path);
}

async function setAim(page, text) {
  await page.getByLabel('Aim').fill(text);
  await page.getByLabel('Aim').press('Control+Enter');
}

test('a study is begun by keys alone and there after a reload', async ({ page, address, axe }) => {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Begin with one conversation' })).toBeVisible();
  expect(await axe()).toEqual([]);
  await page.getByRole('button', { name: 'New study' }).press('Enter');
  await expect(page.getByLabel('Title')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Give the study a title.')).toBeVisible();
  await page.keyboard.type('Doors and keys');
  await page.getByLabel('Your name').fill('Mara Hill');
  expect(await axe()).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Doors and keys' })).toBeVisible();
  expect(await axe()).toEqual([]);
  await page.getByRole('button', { name: 'Add a participant' }).click();
  await expect(page.getByLabel('Pseudonym')).toBeFocused();
  await page.keyboard.type('Noor');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add an attribute' }).click();
  await page.keyboard.type('age');
  await page.keyboard.press('Tab');
  await page.keyboard.type('27');
  await page.keyboard.press('Enter');
  expect(await axe()).toEqual([]);
  await saved(page);
  await page.reload();
  await study(page, 'Doors and keys').click();
  await expect(page.getByRole('heading', { name: 'P1 Noor' })).toBeVisible();
  await expect(page.getByLabel('Value')).toHaveValue('27');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByLabel('Value')).toHaveValue('');
});

test('a study file opens equal in a fresh profile, and damaged not at all', async ({
  page, address, browser, guard,
}, testInfo) => {
  await begin(page, address, 'Doors and keys');
  await setAim(page, 'To understand');
  await saved(page);
  const path = testInfo.outputPath('study.noema');
  await saveAs(page, () => page.keyboard.press('Control+s'), path);
  await expect(page.getByText('The file was saved.')).toBeVisible();

  const context = await browser.newContext();
  guard(context);
  const other = await context.newPage();
  await other.goto(address);
  const bytes = await readFile(path);
  const damaged = testInfo.outputPath('damaged.noema');
  await writeFile(damaged, bytes.map((byte, at) => (at === bytes.length - 20 ? byte ^ 1 : byte)));
  await open(other, damaged);
  await expect(other.getByRole('alert')).toContainText('changed after it was saved');
  await writeFile(damaged, bytes.subarray(0, bytes.length - 5));
  await open(other, damaged);
  await expect(other.getByRole('alert').last()).toContainText('ends too early');
  await expect(other.getByRole('heading', { name: 'Begin with one conversation' })).toBeVisible();

  await open(other, path);
  await other.getByRole('dialog', { name: 'Who works here?' }).getByLabel('Mara Hill').check();
  await other.getByRole('button', { name: 'Go on' }).click();
  await expect(other.getByLabel('Aim')).toHaveValue('To understand');
  const again = testInfo.outputPath('again.noema');
  await saveAs(other, () => other.keyboard.press('Control+s'), again);
  expect((await readFile(again)).equals(await readFile(path))).toBe(true);
  await context.close();
});

test('studies are copied, put away, restored and deleted for good', async ({ page, address, axe }) => {
  await begin(page, address, 'Doors and keys');
  await leave(page);
  await page.getByRole('button', { name: 'More for Doors and keys' }).click();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(study(page, 'Doors and keys \\(copy\\)')).toBeFocused();
  await page.getByRole('button', { name: 'More for Doors and keys (copy)' }).click();
  await page.getByRole('button', { name: 'Put into the bin' }).click();
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Restore' }).click();
  await expect(study(page, 'Doors and keys \\(copy\\)')).toBeVisible();
  await page.getByRole('button', { name: 'More for Doors and keys (copy)' }).click();
  await page.getByRole('button', { name: 'Put into the bin' }).click();
  await page.getByText('1 study in the bin').click();
  expect(await axe()).toEqual([]);
  await page.getByRole('button', { name: 'Delete for good: Doors and keys (copy)' }).click();
  await expect(page.getByRole('dialog')).toContainText('This cannot be undone.');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('1 study in the bin')).toHaveCount(0);
  await page.reload();
  await expect(study(page, 'Doors and keys')).toBeVisible();
  await expect(page.getByText('1 study in the bin')).toHaveCount(0);
});

test('when storage fails it is said, and nothing is lost', async ({ page, address }, testInfo) => {
  await begin(page, address, 'Doors and keys');
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    globalThis.mend = () => { IDBObjectStore.prototype.put = put; };
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await setAim(page, 'To understand');
  await expect(page.locator('[data-save-state=not-saved]')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('storage of this browser is full');
  const path = testInfo.outputPath('study.noema');
  const press = () => page.getByRole('button', { name: 'Save the study as a file' }).click();
  await saveAs(page, press, path);
  await page.getByRole('button', { name: /go to the start page/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Your last changes are not stored');
  await page.keyboard.press('Escape');
  await page.evaluate(() => globalThis.mend());
  await page.locator('.top').getByRole('button', { name: 'Try again' }).click();
  await saved(page);
  await page.reload();
  await study(page, 'Doors and keys').click();
  await expect(page.getByLabel('Aim')).toHaveValue('To understand');
});

test('two tabs work on one study', async ({ page, address, context }) => {
  await begin(page, address, 'Doors and keys');
  const other = await context.newPage();
  await other.goto(address);
  await study(other, 'Doors and keys').click();
  await setAim(page, 'To understand');
  await expect(other.getByLabel('Aim')).toHaveValue('To understand');
  await other.getByRole('button', { name: 'Add a participant' }).click();
  await expect(page.getByRole('button', { name: 'Open P1' })).toBeVisible();
  await other.getByLabel('Pseudonym').fill('Noor');
  await other.getByLabel('Pseudonym').press('Enter');
  await expect(page.getByRole('cell', { name: 'Noor' })).toBeVisible();
});

test('what is put into the bin of a study comes back with what hangs on it', async ({ page, address, axe }) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the example' }).click();
  await page.getByRole('button', { name: 'Open P1 Noor' }).click();
  expect(await axe()).toEqual([]);
  await page.getByRole('button', { name: 'Details of Interview 1 · baseline' }).click();
  expect(await axe()).toEqual([]);
  await page.getByRole('dialog').getByLabel('Duration').fill('50 min');
  await page.getByRole('dialog').getByRole('button', { name: 'Put this transcript into the bin' }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Bin' }).click();
  await expect(page.getByText('P1 · Interview 1 · baseline').first()).toBeVisible();
  expect(await axe()).toEqual([]);
  await page.getByRole('main').getByRole('button', { name: /^Restore/ }).click();
  await expect(page.getByRole('heading', { name: 'The bin is empty.' })).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: /^P1/ }).click();
  await expect(page.getByRole('row', { name: /Interview 1/ })).toContainText('19');
});
