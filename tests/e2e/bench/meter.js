// Clocks: when something is painted, how long the main thread was busy, which tasks were long. What
// is measured is not known here.

/** A page that keeps time from its first moment on. */
export async function meteredPage(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  await page.addInitScript(() => {
    // A dialogue of the system's cannot be answered from here; without it, a file is a download.
    globalThis.showSaveFilePicker = undefined;
    const meter = { tasks: [], events: {}, painted: {} };
    globalThis.meter = meter;
    const note = (list) => {
      for (const { startTime, duration } of list.getEntries()) {
        meter.tasks.push({ start: startTime, duration });
      }
    };
    new PerformanceObserver(note).observe({ type: 'longtask', buffered: true });
    for (const name of ['pointerup', 'click', 'keydown', 'input']) {
      addEventListener(name, (event) => (meter.events[name] = event.timeStamp), { capture: true });
    }
    // The condition is asked once a frame. The frame in which it holds is painted when the next one
    // begins, and that is the time.
    meter.expect = (name, holds) => {
      meter.painted[name] = new Promise((resolve) => {
        const look = () => {
          if (holds()) {
            requestAnimationFrame(() => resolve(performance.now()));
          } else {
            requestAnimationFrame(look);
          }
        };
        look();
      });
    };
  });
  return page;
}

/** Waits in the page for a condition, from now on; its answer waits for the painting. */
export async function painting(page, name, holds, argument) {
  const source = `(${holds})(${JSON.stringify(argument)})`;
  await page.evaluate(`meter.expect(${JSON.stringify(name)}, () => ${source})`);
  return () => page.evaluate((name) => meter.painted[name], name);
}

/** When the last event of that name happened. */
export const eventTime = (page, name) => page.evaluate((name) => meter.events[name], name);

/** The longest task since a moment; 0 when none was longer than 50 ms. */
export async function longestTask(page, since) {
  // Long tasks are told of a moment later.
  await page.waitForTimeout(200);
  return page.evaluate((since) => {
    const late = meter.tasks.filter(({ start, duration }) => start + duration > since);
    return Math.max(0, ...late.map(({ duration }) => duration));
  }, since);
}

/** How long the main thread is busy with what an act sets off, in milliseconds. */
export async function busyMeter(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  return async (act) => {
    const before = await busy();
    await act();
    await page.waitForTimeout(150);
    return (await busy()) - before;
  };
}

export const now = (page) => page.evaluate(() => performance.now());

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
