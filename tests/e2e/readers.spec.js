// The readers' module starts in a worker of its own when the page asks for one.
import { expect, test } from './fixture.js';

test('a worker with the readers starts, as often as wanted, and can leave nothing', async ({
  page,
  address,
}) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const { mount } = wasm_bindgen;
      wasm_bindgen.mount = (element, options) => {
        globalThis.options = options;
        return mount(element, options);
      };
    });
  });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.options);
  const kinds = await page.evaluate(async () => {
    const workers = [await globalThis.options.readers(), await globalThis.options.readers()];
    const kinds = workers.map((worker) => worker.constructor.name);
    workers.forEach((worker) => worker.terminate());
    return kinds;
  });
  expect(kinds).toEqual(['Worker', 'Worker']);
});
