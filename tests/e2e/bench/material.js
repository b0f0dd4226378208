// What is measured with: made once, kept in the folder that `NOEMA_BENCH` names.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDER = process.env.NOEMA_BENCH ?? join(ROOT, 'target/bench');
const YARDSTICK = join(process.env.NOEMA_SHARED ?? join(ROOT, '../shared'), 'bench');

/** The folder with the static pages, or none. */
export const yardstick = existsSync(join(YARDSTICK, 'gen.py')) ? YARDSTICK : null;

/** A study file that `tests/e2e/study/` makes. */
export function study(name, ...recipe) {
  const file = join(FOLDER, `${name}.noema`);
  if (!existsSync(file)) {
    mkdirSync(FOLDER, { recursive: true });
    const [verb, ...rest] = recipe;
    const arguments_ = rest.map((part) => (part === null ? file : part));
    execFileSync('cargo', ['run', '--quiet', '--example', 'study', '--', verb, ...arguments_], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return file;
}

/** What is in a study file, as the same program reads it. */
export function contents(file) {
  const command = ['run', '--quiet', '--example', 'study', '--', 'check', file];
  return JSON.parse(execFileSync('cargo', command, { cwd: ROOT, maxBuffer: 1 << 26 }));
}

/** The text of 200,000 words with its 5,000 marks, and a copy with 100 of them; see the yardstick. */
export function text() {
  const folder = join(FOLDER, 'en-200k-5000');
  if (!existsSync(join(folder, 'few.json'))) {
    const size = ['--words', '200000', '--highlights', '5000'];
    execFileSync('python3', [join(YARDSTICK, 'gen.py'), '--out', FOLDER, ...size]);
    const { codes, highlights } = JSON.parse(readFileSync(join(folder, 'highlights.json'), 'utf8'));
    const few = highlights.filter((_, place) => place % 50 === 0);
    writeFileSync(join(folder, 'few.json'), JSON.stringify({ codes, highlights: few }));
  }
  const page = readFileSync(join(folder, 'doc.html'), 'utf8');
  return {
    plain: join(folder, 'text.txt'),
    marks: join(folder, 'highlights.json'),
    few: join(folder, 'few.json'),
    body: page.slice(page.indexOf('<body>') + 6, page.lastIndexOf('</body>')),
  };
}
