// The ways in Noema that are measured, as a person goes them.
import { readFileSync } from 'node:fs';
import { contents } from './material.js';

/** Puts a study file into an empty browser, and leaves it for the start page. */
export async function bring(page, address, file) {
  await page.goto(address);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a study file' }).click();
  const buffer = readFileSync(file);
  await (await choosing).setFiles({ name: 'study.noema', mimeType: 'application/octet-stream', buffer });
  await page.locator('[data-save-state="saved"]').waitFor();
  const who = page.getByRole('dialog', { name: 'Who works here?' });
  await who.waitFor();
  await who.getByRole('radio').first().check();
  await who.getByRole('button', { name: 'Go on' }).click();
  await page.locator('[data-save-state="saved"]').waitFor();
}

/** Opens a study from the start page and goes to its first participant. */
export async function toParticipant(page, address, title) {
  await page.goto(address);
  await page.getByRole('button', { name: title }).first().click();
  await rail(page).getByRole('button', { name: /^P1\b/ }).click();
  await interview(page).waitFor();
  await page.locator('.rail-waiting').waitFor({ state: 'detached' });
}

/** How many codings the open study has, read outside of the browser from the file it saves. */
export async function codings(page) {
  await page.locator('[data-save-state="saved"]').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Control+s'),
  ]);
  return contents(await download.path()).codings;
}

const rail = (page) => page.getByRole('navigation', { name: 'Pages of the study' });

export const interview = (page) => rail(page).getByRole('button', { name: /^Interview 1/ }).first();

/** Conditions, asked inside the page. */
export const marksAreShown = () => document.querySelector('.lines-scope [data-at]') !== null;
export const linesAreShown = () => document.querySelector('.lines-scope .line-text') !== null;
