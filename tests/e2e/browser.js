// The browsers that drive the tests and the pages that they open. What is tested is not known here.
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The two builds that are pages: static files from a server, and one local file. */
export const BUILDS = ['tab', 'file'];

/** The pages of somebody else's that hold the third build, an element. */
export const PAGES = fileURLToPath(new URL('pages/', import.meta.url));

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

/** The address of a build; of an embed, that of the folder of pages. Servers: see `server.js`. */
export function addressOf(build) {
  const served = { tab: process.env.NOEMA_TAB, embed: process.env.NOEMA_EMBED };
  return served[build] ?? pathToFileURL(`${DIST}noema.html`).href;
}
