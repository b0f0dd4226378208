// What every end-to-end test starts from: `import { test, expect } from './fixture.js'`. A test runs
// once for each build, guarded against console output and foreign requests without asking for it.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { addressOf } from './browser.js';
import { watch } from './guard.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export { expect };

/** What is there as soon as Noema has started, whatever it shows first. */
export const firstScreen = (page) => page.locator('#noema h1');

export const test = base.extend({
  /** `tab`, `file` or `embed`. */
  build: async ({}, use, testInfo) => use(testInfo.project.name),

  /** The address of the page; of an embed, that of the folder of pages. */
  address: async ({ build }, use) => use(addressOf(build)),

  /** A test that provokes console output says here by a pattern which. */
  expected: [undefined, { option: true }],

  /** Puts a context of the test's own under the same guard: `guard(context)`. */
  guard: [
    async ({ build, expected, context }, use) => {
      const watched = [];
      const guard = (other) => watched.push(watch(other, build, expected));
      guard(context);
      await use(guard);
      expect(watched.flat(), 'console output and foreign requests').toEqual([]);
    },
    { auto: true },
  ],

  /** What axe finds wrong with what a page shows now: `expect(await axe()).toEqual([])`. */
  axe: async ({ page }, use) => use((shown = page) => violations(shown)),
});

async function violations(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.target.join(' ')),
  }));
}
