import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Host } from '../../local/host';
import { seriousFaults } from './axe';

/** The menu's functions that open a dialog. */
export type DialogOpener = 'showImport' | 'showPreview' | 'showSegments' | 'showSetUp' | 'undoLastRun' | 'showMailchimpExport' | 'showPerson' | 'showHelp';

export interface OpenDialog {
  readonly page: Page;
  /** Requests that were asked, oldest first, with how many characters their arguments had. */
  readonly asked: { readonly name: string; readonly characters: number }[];
  /** Addresses that the page wanted from elsewhere. */
  readonly outside: string[];
  /** Console errors and uncaught ones. */
  readonly errors: string[];
  /** Lets the page's calls fail as google.script.run does when this sentence is set. */
  failing: string | null;
  /** What runs before a call reaches the script. */
  before: ((name: string) => void | Promise<void>) | null;
  readonly isClosed: () => Promise<boolean>;
  close(): Promise<void>;
}

/** A dialog as the menu opens it, at its own size, its google.script.run wired to the built script. */
export async function openDialog(browser: Browser, host: Host, opener: DialogOpener, ...about: readonly string[]): Promise<OpenDialog> {
  host.call(opener, about, about.length === 0 ? 'menu' : 'sidebar');
  const shown = host.dialogs[host.dialogs.length - 1];
  if (shown === undefined) throw new Error(`${opener} opened nothing`);
  const context = await browser.newContext({ viewport: { width: shown.width ?? 640, height: shown.height ?? 500 }, acceptDownloads: true });
  const page = await context.newPage();
  const opened: OpenDialog = {
    page,
    asked: [],
    outside: [],
    errors: [],
    failing: null,
    before: null,
    isClosed: () => page.evaluate(() => (window as unknown as { closed_?: boolean }).closed_ === true), // set by the script below
    close: () => context.close(),
  };
  page.on('console', (message) => void (message.type() === 'error' && opened.errors.push(message.text())));
  page.on('pageerror', (error) => void opened.errors.push(error.message));
  await context.route('**/*', (route) => {
    if (route.request().url() === 'http://dialog.example/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown.html });
    opened.outside.push(route.request().url());
    return route.abort();
  });
  await page.exposeFunction('callServer', async (name: string, args: readonly unknown[]) => {
    const asked = name === 'ask' ? String(args[0]) : name;
    opened.asked.push({ name: asked, characters: JSON.stringify(args).length });
    await opened.before?.(asked);
    if (opened.failing !== null) return { error: opened.failing };
    try {
      return { value: host.call(name, args, 'sidebar') ?? null };
    } catch (error) {
      return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  });
  await page.addInitScript(STAND_IN);
  await page.goto('http://dialog.example/');
  return opened;
}

/** google.script.run over `callServer`. */
const STAND_IN = `
  const runner = (ok, failed) => new Proxy({}, { get: (_, name) =>
    name === 'withSuccessHandler' ? (handle) => runner(handle, failed)
    : name === 'withFailureHandler' ? (handle) => runner(ok, handle)
    : (...args) => { window.callServer(String(name), args).then((answer) => 'error' in answer ? failed && failed(new Error(answer.error)) : ok && ok(answer.value)); } });
  window.google = { script: { run: runner(null, null), host: { close() { window.closed_ = true; } } } };
`;

/** Nothing waits any more. */
export const settled = (page: Page): Promise<unknown> => page.waitForFunction(() => document.querySelector('main')?.childElementCount !== 0 && document.querySelector('.waiting') === null);
export const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
export const said = (page: Page): Promise<string> => page.locator('main').innerText();

/** Shown as text, nothing run, nothing wider than the page, nothing asked from elsewhere, nothing serious for axe. */
export async function isSound({ page, outside, errors }: OpenDialog): Promise<void> {
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth && (document.querySelector('main')?.scrollWidth ?? 0) <= window.innerWidth)).toBe(true);
  expect(outside).toEqual([]);
  expect(errors).toEqual([]);
  expect(await seriousFaults(page)).toEqual([]);
}
