// A web server for `dist/tab/` on this machine only. It knows nothing of Noema but its files'
// types, as any institution's server would.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { DIST } from './browser.js';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Serves a folder and gives its address and the way to end it. */
export function serve(folder = `${DIST}tab`) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
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

/** Playwright's global set-up: the server runs as long as the tests do. */
export default async function setUp() {
  const { address, end } = await serve();
  process.env.NOEMA_TAB = address;
  return end;
}
