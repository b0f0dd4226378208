// Web servers for the builds, on this machine only. They know nothing of Noema but its files' types,
// as any institution's server would.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { DIST, PAGES } from './browser.js';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Serves what is in any of the folders, and gives the address and the way to end it. */
export function serve(folders = [`${DIST}tab`]) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const name = normalize(path.endsWith('/') ? `${path}index.html` : path);
    const file = folders
      .map((folder) => join(folder, name))
      .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        address: `http://127.0.0.1:${server.address().port}/`,
        end: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}

/** Playwright's global set-up: the servers run as long as the tests do. */
export default async function setUp() {
  const tab = await serve();
  const embed = await serve([`${DIST}embed`, PAGES]);
  process.env.NOEMA_TAB = tab.address;
  process.env.NOEMA_EMBED = embed.address;
  return () => {
    tab.end();
    embed.end();
  };
}
