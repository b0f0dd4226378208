// Each build starts, alone and in silence, under its policy.
import { expect, firstScreen, test } from './fixture.js';

test('starts, without a fault that axe finds', async ({ page, address, axe }) => {
  await page.goto(address);
  await expect(firstScreen(page)).toBeVisible();
  expect(await axe()).toEqual([]);
});

test('asks for nothing but its own files', async ({ page, address, build }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await expect(firstScreen(page)).toBeVisible();
  await page.waitForLoadState('networkidle');
  const kinds = asked.map((url) => url.replace(address, '').replace(/-[0-9a-f]+|\?.*/g, ''));
  expect(kinds.sort()).toEqual(build === 'tab' ? ['', 'noema.js', 'noema_bg.wasm'] : ['']);
});

test('stands under a policy that lets nothing else run or leave', async ({ page, address, build }) => {
  await page.goto(address);
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  const rules = new Map(
    policy.split(';').map((rule) => {
      const [name, ...values] = rule.trim().split(' ');
      return [name, values];
    }),
  );
  expect(rules.get('default-src')).toEqual(["'none'"]);
  expect(rules.get('connect-src')).toEqual([build === 'tab' ? "'self'" : "'none'"]);
  expect(rules.get('form-action')).toEqual(["'none'"]);
  expect(rules.get('base-uri')).toEqual(["'none'"]);
  const hash = /^'sha(256|384)-[A-Za-z0-9+/=]+'$/;
  expect(rules.get('script-src').filter((value) => !hash.test(value))).toEqual([
    "'wasm-unsafe-eval'",
  ]);
  expect(rules.get('style-src').filter((value) => !hash.test(value))).toEqual([]);
});

test.describe('what the policy refuses', () => {
  test.use({ expected: /Content Security Policy|ERR_BLOCKED_BY_CSP/ });

  test('foreign addresses, eval, styles and scripts put in later', async ({ page, address }) => {
    await page.goto(address);
    const done = await page.evaluate(async () => {
      const succeeds = async (attempt) => {
        try {
          await attempt();
          return true;
        } catch {
          return false;
        }
      };
      const later = (attempt) => () =>
        new Promise((resolve, reject) => {
          setTimeout(() => {
            try {
              resolve(attempt());
            } catch (error) {
              reject(error);
            }
          });
        });
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.head.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { z-index: 7 }';
      document.head.append(style);
      return {
        fetched: await succeeds(() => fetch('http://127.0.0.1:9/')),
        // What DevTools evaluate may call eval itself, so this is done after they have let go.
        evaluated: await succeeds(later(() => (0, eval)('1'))),
        injected: Boolean(globalThis.injected),
        styled: getComputedStyle(document.body).zIndex === '7',
      };
    });
    expect(done).toEqual({ fetched: false, evaluated: false, injected: false, styled: false });
  });
});
