// When the program stops or does not start, the boot script offers every stored study as a file.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, firstScreen, test } from './fixture.js';

const trap = (page) =>
  page.evaluate(() => {
    const error = new WebAssembly.RuntimeError('unreachable');
    dispatchEvent(new ErrorEvent('error', { error }));
  });

/** A small database as Noema lays it out: two studies, one with two documents and a text. */
const store = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const stores = ['studies', 'documents', 'texts', 'undo', 'points', 'settings'];
        const request = indexedDB.open('noema', 1);
        request.onerror = () => reject(request.error);
        request.onupgradeneeded = () => {
          stores
            .filter((name) => !request.result.objectStoreNames.contains(name))
            .forEach((name) => request.result.createObjectStore(name));
        };
        request.onsuccess = () => {
          const writing = request.result.transaction(stores, 'readwrite');
          const put = (name, key, value) => writing.objectStore(name).put(value, key);
          put('studies', 's1', { title: 'Peers <b>at</b> work' });
          put('studies', 's2', { title: 'Another' });
          put('documents', ['s1', 'study', '0002'], new Uint8Array([3]));
          put('documents', ['s1', 'study', '0001'], new Uint8Array([1, 2]));
          put('documents', ['s1', 'p1', '0001'], new Uint8Array([4, 5, 6]));
          put('documents', ['s2', 'study', '0001'], new Uint8Array([9]));
          put('texts', ['s1', 'ab12'], new TextEncoder().encode('{"content":"é"}'));
          writing.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );

const started = async (page, address) => {
  await page.goto(address);
  await expect(page.locator('.opening')).toHaveCount(0);
};

test('a stopped program leaves its studies in the person’s hands', async ({ page, address, axe }) => {
  await started(page, address);
  await store(page);
  await trap(page);
  await expect(page.getByRole('heading', { name: 'Noema had to stop' })).toBeFocused();
  await expect(page.getByText('Peers <b>at</b> work')).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveCount(2);
  expect(await axe()).toEqual([]);

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file: “Peers <b>at</b> work”' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('Peers b at b work.noema');
  const file = readFileSync(await download.path());

  expect(file.subarray(0, 8)).toEqual(Buffer.from('\x89NOEMA\r\n', 'latin1'));
  expect(file.readUInt32LE(8)).toBe(1);
  const manifestEnd = 16 + file.readUInt32LE(12);
  const manifest = file.subarray(16, manifestEnd);
  const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
  expect(file.subarray(manifestEnd, manifestEnd + 32)).toEqual(sha256(manifest));

  const { entries, ...head } = JSON.parse(manifest.toString());
  expect(head).toEqual({ study: 's1', title: 'Peers <b>at</b> work', schema: 1, rescue: true });
  let from = manifestEnd + 32;
  const blobs = entries.map(({ kind, doc, name, encoding, length, sha256: digest }) => {
    const blob = file.subarray(from, from + length);
    from += length;
    expect(encoding).toBe('identity');
    expect(digest).toBe(sha256(blob).toString('hex'));
    return [kind, doc, name, [...blob]];
  });
  expect(from).toBe(file.length);
  expect(blobs).toEqual([
    ['chunk', 'p1', '0001', [4, 5, 6]],
    ['chunk', 'study', '0001', [1, 2]],
    ['chunk', 'study', '0002', [3]],
    ['text', '', 'ab12', [...Buffer.from('{"content":"é"}')]],
  ]);
});

test('reloading brings the program back', async ({ page, address }) => {
  await started(page, address);
  await trap(page);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { name: 'Noema had to stop' })).toHaveCount(0);
  await expect(firstScreen(page)).toBeVisible();
});

test('an error that is no trap leaves the program alone', async ({ page, address }) => {
  await started(page, address);
  await page.evaluate(() => {
    dispatchEvent(new ErrorEvent('error', { error: new TypeError('a script of the host') }));
  });
  await expect(firstScreen(page)).toBeVisible();
});

test('a browser without WebAssembly gets a sentence, and no database is made', async ({
  page,
  address,
}) => {
  await page.addInitScript(() => {
    globalThis.WebAssembly.instantiate = () => Promise.reject(new Error('not in this browser'));
  });
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Noema could not start' })).toBeVisible();
  await expect(page.getByText('No study is stored in this browser.')).toBeVisible();
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names).toEqual([]);
});

test.describe('a panic', () => {
  test.use({ expected: /unreachable|failed to append child/ });

  test('leaves a file that Noema opens again', async ({ page, address, browser, guard }) => {
    await page.goto(address);
    await page.getByRole('button', { name: 'New study' }).click();
    await page.getByLabel('Title').fill('Peers at work');
    await page.getByLabel('Your name').fill('Mo Hale');
    await page.getByRole('button', { name: 'Begin the study' }).click();
    await page.getByRole('button', { name: 'Journal', exact: true }).click();
    await page.getByRole('button', { name: 'Write a memo' }).first().click();
    await page.getByLabel('Text of the memo').fill('What I bring with me.');
    await page.getByRole('button', { name: 'Overview', exact: true }).click();
    await expect(page.locator('[data-save-state="saved"]')).toBeVisible();

    await page.evaluate(() => {
      const { insertBefore } = Node.prototype;
      // As a browser extension does that moves what is not its own: Yew gives up then.
      Node.prototype.insertBefore = () => {
        Node.prototype.insertBefore = insertBefore;
        throw new DOMException('not a child of this node', 'NotFoundError');
      };
    });
    await page.getByRole('button', { name: 'Codebook', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Noema had to stop' })).toBeFocused();
    await page.getByText('Technical details').click();
    await expect(page.locator('.recovery pre')).toContainText(/\.rs:\d+:\d+/);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file: “Peers at work”' }).click();
    const file = await (await saving).path();

    const other = await browser.newContext();
    guard(other);
    const fresh = await other.newPage();
    await fresh.goto(address);
    const choosing = fresh.waitForEvent('filechooser');
    await fresh.getByRole('button', { name: 'Open a study file' }).click();
    await (await choosing).setFiles({
      name: 'Peers at work.noema',
      mimeType: 'application/octet-stream',
      buffer: readFileSync(file),
    });
    await fresh.getByRole('dialog', { name: 'Who works here?' }).getByLabel('Mo Hale').check();
    await fresh.getByRole('button', { name: 'Go on' }).click();
    await fresh.getByRole('button', { name: 'Journal', exact: true }).click();
    await expect(fresh.getByLabel('Text of the memo')).toHaveValue('What I bring with me.');
    await other.close();
  });
});
