// Transcripts of several formats on their way in: looked at, set right, stored, taken back.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixture.js';

const fixture = (path) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));

const FILES = [
  { name: 'P4-1.docx', from: 'docx/libreoffice/input.docx' },
  { name: 'P4-2.vtt', from: 'vtt/zoom/input.vtt' },
  { name: 'P7.txt', from: 'text/korean/input.txt' },
  { name: 'P9.pdf', from: 'bad/locked.pdf' },
].map(({ name, from }) => ({ name, bytes: [...readFileSync(fixture(from))] }));

async function begin(page, address) {
  await page.goto(address);
  await page.getByRole('button', { name: 'New study' }).click();
  await page.getByLabel('Title').fill('Peer support');
  await page.getByLabel('Your name').fill('Mo Hale');
  await page.getByRole('button', { name: 'Begin the study' }).click();
  await expect(page.getByRole('button', { name: 'Peer support' })).toBeVisible();
}

/** Drops files anywhere on the page, as a person would. */
async function drop(page, files) {
  await page.getByRole('main').evaluate((main, files) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of files) {
      transfer.items.add(new File([new Uint8Array(bytes)], name));
    }
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      const about = { dataTransfer: transfer, bubbles: true, cancelable: true };
      main.dispatchEvent(new DragEvent(kind, about));
    }
  }, files);
  await expect(page.getByRole('heading', { name: 'Import transcripts' })).toBeFocused();
}

test('files become transcripts, and one undo takes them back', async ({ page, address, axe }) => {
  await begin(page, address);
  await drop(page, FILES);
  const files = page.getByRole('region', { name: 'Files' });
  await expect(files.getByRole('button', { name: 'P4-1.docx P4 · Interview 1' })).toBeVisible();
  await expect(files.getByRole('button', { name: 'P4-2.vtt P4 · Interview 2' })).toBeVisible();
  await expect(files.getByRole('button', { name: /^P9.pdf.*only with a password/ })).toBeVisible();
  expect(await axe()).toEqual([]);

  await files.getByRole('button', { name: /^P4-1/ }).click();
  await expect(page.getByRole('heading', { name: 'P4-1.docx' })).toBeFocused();
  await page.getByLabel('Pseudonym').fill('Ines');
  await page.getByLabel('Time point').fill('baseline');
  await page.getByLabel('Time point').press('Enter');
  await page.getByLabel('Name of Ines in this study').fill('Person');
  await page.getByLabel('Name of Ines in this study').press('Enter');
  await expect(page.getByRole('group', { name: /^Preview/ })).toContainText('Person');
  expect(await axe()).toEqual([]);

  await page.getByRole('button', { name: 'Import 3 transcripts' }).click();
  await expect(page.getByText('3 transcripts imported.')).toBeVisible();
  const rail = page.getByRole('navigation', { name: 'Pages of the study' });
  await expect(rail.getByRole('button', { name: 'P4 Ines' })).toBeVisible();
  await expect(rail.getByRole('button', { name: 'Interview 1 · baseline' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(page.getByText('Saved on this machine')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(rail.getByRole('button', { name: 'P4 Ines' })).toBeHidden();
});

test('by keyboard alone, with the picker', async ({ page, address }) => {
  await begin(page, address);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Import transcripts/ }).first().press('Enter');
  await (await choosing).setFiles([fixture('vtt/zoom/input.vtt'), fixture('text/labels/input.txt')]);
  await expect(page.getByRole('heading', { name: 'Import transcripts' })).toBeFocused();
  const row = page.getByRole('button', { name: /^input.txt/ });
  await row.press('Enter');
  await expect(page.getByRole('heading', { name: 'input.txt' })).toBeFocused();
  await page.getByLabel('Import this file').press('Space');
  await expect(row).toContainText('Left out');
  await page.getByRole('button', { name: 'Remove this file' }).press('Enter');
  await expect(page.getByRole('button', { name: /^input.vtt/ })).toBeFocused();
  await page.getByRole('button', { name: 'Import 1 transcript' }).press('Enter');
  await expect(page.getByText('One transcript imported.')).toBeVisible();
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test('another encoding shows at once', async ({ page, address }) => {
  await begin(page, address);
  await drop(page, FILES.slice(2, 3));
  const preview = page.getByRole('group', { name: /^Preview/ });
  const before = await preview.innerText();
  await page.getByLabel('Encoding').selectOption('windows-1252');
  await expect(preview).not.toHaveText(before, { useInnerText: true });
  await expect(page.getByLabel('Encoding')).toHaveValue('windows-1252');
});

test('what is called off leaves nothing', async ({ page, address }) => {
  await begin(page, address);
  await drop(page, FILES);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Import transcripts' })).toBeHidden();
  const stored = await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('noema').onsuccess = ({ target }) => {
          const texts = target.result.transaction('texts').objectStore('texts').count();
          texts.onsuccess = () => resolve(texts.result);
        };
      }),
  );
  expect(stored).toBe(0);
});
