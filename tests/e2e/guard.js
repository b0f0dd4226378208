// What must not happen while anything else is tested: a word on the console, an error of the page,
// a request beyond the page's own files.
import { readdirSync } from 'node:fs';
import { DIST, PAGES, addressOf } from './browser.js';

/** Whether a build may ask for this address. */
export function isOwn(build, url) {
  if (url.startsWith('blob:') || url.startsWith('data:')) {
    return true;
  }
  const [plain] = url.split(/[?#]/);
  const page = addressOf(build);
  if (build === 'file') {
    return plain === page;
  }
  const folders = build === 'embed' ? [`${DIST}embed`, PAGES] : [`${DIST}tab`];
  const files = ['', ...folders.flatMap((folder) => readdirSync(folder))];
  return files.map((name) => page + name).includes(plain);
}

/**
 * Writes down everything that must not happen in a Playwright context from now on. A message that
 * matches `expected` is left out.
 */
export function watch(context, build, expected) {
  const seen = [];
  const note = (kind, text) => {
    if (!expected?.test(text)) {
      seen.push(`${kind}: ${text}`);
    }
  };
  context.on('console', (message) => {
    const place = message.location().url;
    note(`console.${message.type()}`, place ? `${message.text()} (${place})` : message.text());
  });
  context.on('weberror', (error) => note('page error', String(error.error())));
  context.on('request', (request) => {
    if (!isOwn(build, request.url())) {
      note('request', request.url());
    }
  });
  const listen = (page) => page.on('websocket', (socket) => note('web socket', socket.url()));
  context.pages().forEach(listen);
  context.on('page', listen);
  return seen;
}
