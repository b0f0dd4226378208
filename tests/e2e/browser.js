// The browsers that drive the tests and the pages that they open. What is tested is not known here.
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The two builds: static files from a server, and one local file. */
export const BUILDS = ['tab', 'file'];

/** Where `cargo xtask dist` puts the product. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** How Chromium is started: ours, and without anything that calls home. */
export const CHROMIUM = {
  executablePath: process.env.NOEMA_CHROMIUM ?? 'chromium',
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** How Firefox is started. */
export const FIREFOX = {
  browser: 'firefox',
  executablePath: process.env.NOEMA_FIREFOX ?? 'firefox',
  headless: true,
};

/** The address of a build. The tab's server has to run: see `server.js`. */
export function addressOf(build) {
  return build === 'tab' ? process.env.NOEMA_TAB : pathToFileURL(`${DIST}noema.html`).href;
}
