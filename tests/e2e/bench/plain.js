// The two static pages with the same text: one plain `<pre>`, one whose marks the browser draws
// alone. They lie outside of this repository and are only served here.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text, yardstick } from './material.js';

/** Serves both, `/pre` and `/marks`. */
export async function servePlain() {
  const { plain, marks, body } = text();
  const css = readFileSync(join(yardstick, 'page.css'), 'utf8');
  const page = (inside) =>
    `<!doctype html><meta charset="utf-8"><title>static</title><style>${css}</style>${inside}`;
  const escaped = readFileSync(plain, 'utf8').replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const picker = '<div id="picker"></div><script type="module" src="/limit.js"></script>';
  const answers = {
    '/pre': ['text/html; charset=utf-8', page(`<pre id="content">${escaped}</pre>`)],
    '/marks': ['text/html; charset=utf-8', page(`<div id="content">${body}</div>${picker}`)],
    '/limit.js': ['text/javascript', readFileSync(join(yardstick, 'limit.js'))],
    '/highlights.json': ['application/json', readFileSync(marks)],
  };
  const server = createServer((request, response) => {
    const [type, content] = answers[request.url] ?? ['text/plain', ''];
    response.writeHead(200, { 'Content-Type': type }).end(content);
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
