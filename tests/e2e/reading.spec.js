// The transcript on screen: marked, noted and themed, by the pointer and by keys alone, and all of it
// there after a reload.
import { expect, test } from './fixture.js';

const transcript = (page) => page.getByRole('application', { name: /^Transcript/ });
const notes = (page) => page.getByRole('region', { name: 'Exploratory notes' });
const statements = (page) => page.getByRole('region', { name: 'Initial themes' });

async function openInterview(page, address) {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the example' }).click();
  const rail = page.getByRole('navigation', { name: 'Pages of the study' });
  await rail.getByRole('button', { name: /^P2/ }).click();
  await rail.getByRole('button', { name: /^Interview 1/ }).click();
  await expect(transcript(page)).toContainText('What has changed for you since you started here?');
}

async function press(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
  }
}

test('a passage is noted and themed by keys alone', async ({ page, address, axe }) => {
  await openInterview(page, address);
  expect(await axe()).toEqual([]);
  await transcript(page).focus();
  await press(page, 'Control+Home', 'ArrowDown', 'Home', 'Shift+End');
  await expect(page.getByText('1.2 · Interviewer')).toBeVisible();
  expect(await axe()).toEqual([]);

  await press(page, 'd');
  await expect(page.getByRole('textbox', { name: 'Descriptive, at 1.2' })).toBeFocused();
  await page.keyboard.type('An open question');
  expect(await axe()).toEqual([]);
  await press(page, 'Control+Enter');
  await expect(notes(page)).toContainText('An open question');
  await expect(transcript(page)).toBeFocused();

  await press(page, 's');
  await page.keyboard.type('Being asked widely');
  await expect(page.getByRole('option', { name: /Being asked widely/ })).toHaveAttribute('aria-selected', 'true');
  expect(await axe()).toEqual([]);
  await press(page, 'Enter');
  await expect(statements(page)).toContainText('Being asked widely');

  await press(page, 'Alt+Shift+ArrowLeft');
  await expect(page.getByRole('status').filter({ hasText: /^Passage 1\.2: .*started here$/ })).toBeAttached();

  await expect(page.getByText('Saved on this machine')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: /peer supporter/ }).first().click();
  await expect(notes(page)).toContainText('An open question');
  await expect(statements(page)).toContainText('Being asked widely');
});

test('words are selected with the pointer, and what is typed survives a click elsewhere', async ({ page, address }) => {
  await openInterview(page, address);
  const line = page.locator('[data-line="2"] .line-text');
  const box = await line.boundingBox();
  await page.mouse.move(box.x + 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  const palette = page.getByRole('group', { name: 'What to do with the passage' });
  await palette.getByRole('button', { name: 'Conceptual note' }).click();
  await page.keyboard.type('A beginning told as an end');
  await page.locator('[data-line="1"] .line-text').click();
  await expect(notes(page)).toContainText('A beginning told as an end');
  await page.keyboard.press('Control+z');
  await expect(notes(page)).not.toContainText('A beginning told as an end');
});

test('a word is corrected in place, found, and taken back', async ({ page, address, axe }) => {
  await openInterview(page, address);
  await transcript(page).focus();
  await press(page, 'Control+Home', 'Control+Shift+ArrowRight', 'w');
  await expect(page.getByLabel('Correct the words')).toHaveValue('Thank');
  await page.getByLabel('Correct the words').fill('Many thanks to');
  expect(await axe()).toEqual([]);
  await press(page, 'Enter');
  await expect(transcript(page)).toContainText('Many thanks to you');
  await press(page, 'Control+f');
  await page.keyboard.type('many thanks');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  expect(await axe()).toEqual([]);
  await press(page, 'Escape', 'Control+z');
  await expect(transcript(page)).not.toContainText('Many thanks to');
  await expect(transcript(page)).toContainText('Thank you for coming in early');
});

test('on a narrow screen the passage brings its notes along', async ({ page, address, axe }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the example' }).click();
  await page.getByRole('button', { name: 'Pages' }).click();
  const rail = page.getByRole('navigation', { name: 'Pages of the study' });
  await rail.getByRole('button', { name: /^P2/ }).click();
  await page.getByRole('button', { name: 'Pages' }).click();
  await rail.getByRole('button', { name: /^Interview 1/ }).click();
  await page.locator('[data-at]').first().click();
  await expect(page.getByRole('region', { name: 'On this passage' })).toBeVisible();
  expect(await axe()).toEqual([]);
});
