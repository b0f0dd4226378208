import { defineConfig } from '@playwright/test';
import { BUILDS, CHROMIUM } from './browser.js';

export default defineConfig({
  testMatch: '*.spec.js',
  globalSetup: './server.js',
  outputDir: 'results',
  reporter: 'line',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  use: { browserName: 'chromium', launchOptions: CHROMIUM, trace: 'retain-on-failure' },
  projects: [
    ...BUILDS.map((name) => ({ name, testIgnore: 'embed.spec.js' })),
    { name: 'embed', testMatch: 'embed.spec.js' },
  ],
});
