// `<noema-workbench>` on a page that does everything a page can do to what stands on it: two of them
// work there, nothing of the page reaches them, nothing of them reaches the page, and one that is
// taken out is gone.
import { expect, test } from './fixture.js';

const bench = (page, id) => page.locator(`noema-workbench#${id}`);
const start = (of) => of.getByRole('heading', { level: 1 });

async function open(page, address, name = 'hostile.html') {
  await page.goto(address + name);
  await expect(start(bench(page, 'first'))).toBeVisible();
  await expect(start(bench(page, 'second'))).toBeVisible();
}

async function begin(of, title) {
  await of.getByRole('button', { name: 'New study' }).click();
  await of.getByLabel('Title').fill(title);
  await of.getByLabel('Your name').fill('Mo Hale');
  await of.getByRole('button', { name: 'Begin the study' }).click();
  await expect(of.getByRole('button', { name: title, exact: true })).toBeVisible();
}

async function write(of, words) {
  await of.getByRole('button', { name: 'Journal', exact: true }).click();
  await of.getByRole('button', { name: 'Write a memo' }).first().click();
  await of.getByLabel('Text of the memo').first().fill(words);
  await of.getByRole('button', { name: 'Overview', exact: true }).click();
  await expect(of.locator('[data-save-state="saved"]')).toBeVisible();
}

const memo = (of) => of.getByLabel('Text of the memo').first();

test('two of them hold two studies', async ({ page, address }) => {
  await open(page, address);
  const [first, second] = [bench(page, 'first'), bench(page, 'second')];
  await begin(first, 'Peers at work');
  await begin(second, 'Nights on the ward');
  await write(first, 'Only in the first.');
  await write(second, 'Only in the second.');

  await page.reload();
  await first.getByRole('button', { name: /^Peers at work/ }).click();
  await second.getByRole('button', { name: /^Nights on the ward/ }).click();
  for (const of of [first, second]) {
    await of.getByRole('button', { name: 'Journal', exact: true }).click();
  }
  await expect(memo(first)).toHaveValue('Only in the first.');
  await expect(memo(second)).toHaveValue('Only in the second.');
});

test('a passage is marked with the mouse and noted by key', async ({ page, address }) => {
  await open(page, address);
  const first = bench(page, 'first');
  await first.getByRole('button', { name: 'Open the example' }).click();
  const rail = first.getByRole('navigation');
  await rail.getByRole('button', { name: /^P1/ }).click();
  await rail.getByRole('button', { name: /^Interview 1/ }).click();
  const line = first.locator('.lines-scope > *').nth(3);
  const box = await line.boundingBox();
  await page.mouse.move(box.x + 120, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 320, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(first.getByRole('button', { name: /^Descriptive/ }).first()).toBeVisible();
  await page.keyboard.press('d');
  await page.keyboard.type('Noted on a hostile page.');
  await page.keyboard.press('Control+Enter');
  await expect(first.getByText('Noted on a hostile page.').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(first.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(first.getByRole('dialog')).toBeHidden();
});

test('nothing of the page reaches what is inside', async ({ page, address }) => {
  /** All that a browser computes for everything inside, without what the width decides. */
  const looks = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector('noema-workbench');
      const inside = shadowRoot.querySelectorAll('.noema, .noema *');
      const sized = /width|height|size|inset|left|right|top|bottom|origin|grid-template|margin/;
      return [...inside].map((element) => {
        const style = getComputedStyle(element);
        const kept = [...style].filter((name) => !sized.test(name) || name === 'font-size');
        return [element.className, ...kept.map((name) => `${name}: ${style.getPropertyValue(name)}`)];
      });
    });
  await open(page, address, 'plain.html');
  const wanted = await looks();
  await open(page, address, 'hostile.html');
  expect(await looks()).toEqual(wanted);
});

test('nothing from inside reaches the page', async ({ page, address }) => {
  await page.addInitScript(() => {
    globalThis.namesBefore = [];
    globalThis.namesBefore = Object.getOwnPropertyNames(globalThis);
  });
  const traces = () =>
    page.evaluate(() => {
      const kept = [...document.querySelectorAll('html, body, #own, #press')];
      const named = (name) => {
        try {
          return typeof (0, eval)(name);
        } catch {
          return 'none';
        }
      };
      return {
        names: Object.getOwnPropertyNames(globalThis).filter((name) => !namesBefore.includes(name)),
        glue: named('wasm_bindgen'),
        title: document.title,
        head: document.head.children.length,
        body: [...document.body.children].map((child) => child.localName),
        sheets: document.adoptedStyleSheets.length,
        highlights: globalThis.CSS.highlights.size,
        stored: localStorage.length + sessionStorage.length,
        attributes: kept.map((element) => element.getAttributeNames()),
        styles: kept.map((element) => {
          const style = getComputedStyle(element);
          const fixed = [...style].filter((name) => !/size|width|height|origin/.test(name));
          return fixed.map((name) => `${name}: ${style.getPropertyValue(name)}`);
        }),
      };
    });
  await page.route('**/noema-embed.js', (route) => route.fulfill({ body: '' }));
  await page.goto(`${address}hostile.html`);
  const wanted = await traces();
  await page.unroute('**/noema-embed.js');
  await open(page, address);
  await begin(bench(page, 'first'), 'Peers at work');
  await page.keyboard.press('Control+k');
  expect(await traces()).toEqual(wanted);
});

test('one that is moved stays as it is, one that is taken out is gone', async ({ page, address }) => {
  await open(page, address);
  const first = bench(page, 'first');
  await begin(first, 'Peers at work');
  await first.evaluate((element) => document.body.prepend(element));
  await expect(first.getByRole('button', { name: 'Peers at work', exact: true })).toBeVisible();

  await first.evaluate((element) => {
    globalThis.taken = element;
    element.remove();
  });
  await expect.poll(() => page.evaluate(() => taken.shadowRoot.childElementCount)).toBe(0);
  await page.evaluate(() => document.body.prepend(taken));
  await expect(first.getByRole('button', { name: /^Peers at work/ })).toBeVisible();
  await expect(start(bench(page, 'second'))).toBeVisible();
});

test('what was done just before it was taken out is stored', async ({ page, address }) => {
  await open(page, address);
  const first = bench(page, 'first');
  await begin(first, 'Peers at work');
  await first.getByRole('button', { name: 'Journal', exact: true }).click();
  await first.getByRole('button', { name: 'Write a memo' }).first().click();
  await memo(first).fill('The last words.');
  await first.evaluate((element) => {
    element.shadowRoot.activeElement.blur();
    element.remove();
    document.body.prepend(element.cloneNode());
  });
  await first.getByRole('button', { name: /^Peers at work/ }).click();
  await first.getByRole('button', { name: 'Journal', exact: true }).click();
  await expect(memo(first)).toHaveValue('The last words.');
});

test('fifty come and go and leave nothing', async ({ page, address }) => {
  test.slow();
  await page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      globalThis.memory = (made.instance ?? made).exports.memory;
      return made;
    };
  });
  await open(page, address);
  await begin(bench(page, 'first'), 'Peers at work');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');

  /** Mounts one, opens the study in it, and takes it out again. */
  const comeAndGo = (times) =>
    page.evaluate(async (times) => {
      const found = async (find) => {
        for (;;) {
          const there = find();
          if (there) {
            return there;
          }
          await new Promise((resolve) => {
            setTimeout(resolve, 5);
          });
        }
      };
      for (let i = 0; i < times; i += 1) {
        const element = document.createElement('noema-workbench');
        element.setAttribute('database', 'first');
        document.body.append(element);
        const all = () => [...element.shadowRoot.querySelectorAll('button')];
        const study = () => all().find((button) => button.textContent.includes('Peers at work'));
        (await found(study)).click();
        await found(() => element.shadowRoot.querySelector('[data-save-state]'));
        element.remove();
        await found(() => element.shadowRoot.childElementCount === 0);
      }
    }, times);

  const measure = async () => {
    // What is collected may hold more that can be, once its finalisers have run.
    for (let i = 0; i < 4; i += 1) {
      await page.waitForTimeout(300);
      await devtools.send('HeapProfiler.collectGarbage');
    }
    const { metrics } = await devtools.send('Performance.getMetrics');
    const value = (name) => metrics.find((metric) => metric.name === name).value;
    return {
      heap: value('JSHeapUsedSize'),
      nodes: value('Nodes'),
      listeners: value('JSEventListeners'),
      memory: await page.evaluate(() => memory.buffer.byteLength),
    };
  };

  await comeAndGo(5);
  const before = await measure();
  await comeAndGo(50);
  const after = await measure();
  for (const [name, value] of Object.entries(before)) {
    expect(after[name], name).toBeLessThanOrEqual(value * 1.1);
  }
});

test.describe('when the program stops', () => {
  test.use({ expected: /unreachable|failed to append child/ });

  test('a panic shows what is stored in each, and reloading needs no reload of the page', async ({
    page,
    address,
  }) => {
    await open(page, address);
    const [first, second] = [bench(page, 'first'), bench(page, 'second')];
    await begin(first, 'Peers at work');
    await page.evaluate(() => {
      globalThis.stays = true;
      const { insertBefore } = Node.prototype;
      // As a browser extension does that moves what is not its own: Yew gives up then.
      Node.prototype.insertBefore = () => {
        Node.prototype.insertBefore = insertBefore;
        throw new DOMException('not a child of this node', 'NotFoundError');
      };
    });
    const thrown = page.waitForEvent('pageerror');
    await first.getByRole('button', { name: 'Codebook', exact: true }).click();
    await thrown;
    for (const of of [first, second]) {
      await expect(of.getByRole('heading', { name: 'Noema had to stop' })).toBeVisible();
    }
    await expect(first.getByRole('button', { name: 'Save as a file: “Peers at work”' })).toBeVisible();
    await expect(second.getByText('No study is stored in this browser.')).toBeVisible();

    await first.getByRole('button', { name: 'Reload' }).click();
    await first.getByRole('button', { name: /^Peers at work/ }).click();
    await expect(first.locator('[data-save-state="saved"]')).toBeVisible();
    expect(await page.evaluate(() => globalThis.stays)).toBe(true);
  });
});
