import { defineConfig } from '@playwright/test'

const executablePath = process.env.TOROGOZ_CHROMIUM ?? '/usr/bin/chromium'

export default defineConfig({
  projects: [
    { name: 'browser', testDir: 'test/e2e', outputDir: 'test-results/e2e' },
    { name: 'electron', testDir: 'test/e2e-electron', outputDir: 'test-results/e2e-electron' },
  ],
  timeout: 60_000,
  retries: 0,
  workers: 1,
  forbidOnly: true,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'es-SV',
    launchOptions: {
      executablePath,
      // Chromium's sandbox does not run as root; the pages here are our own.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
})
