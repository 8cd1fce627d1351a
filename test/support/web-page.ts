import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { serve, type Served } from '../../local/web/serve';
import type { WebOptions } from '../../local/web/options';
import { sampleWorkbook } from '../../local/sample/workbook';
import type { Workbook } from '../../local/workbook/model';
import { saveWorkbook } from '../../local/workbook/open';

/** The morning on which the tests' sample shop stands. */
export const MORNING = '2026-06-29T09:00:00';

export interface ServedBook {
  readonly served: Served;
  /** Where the workbook lies. */
  readonly book: string;
  close(): Promise<void>;
}

/** Serves a workbook of its own, the sample shop unless another is given, from a temporary folder at free ports, with the built script or that in `dist`. */
export async function serveBook(options: Partial<WebOptions> = {}, workbook: Workbook = sampleWorkbook(MORNING.slice(0, 10)), dist?: string): Promise<ServedBook> {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  const book = join(folder, 'book');
  await saveWorkbook(workbook, book);
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const served = await serve({ book, port: 0, now: MORNING, zone: null, locale: null, user: 'manager@shop.example', ...options }, { root, from: root, zone: 'Asia/Jerusalem', ...(dist === undefined ? {} : { dist }) });
  return {
    served,
    book,
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The page in a browser, ready for the first key; `complaints` collects console errors, script errors and requests to elsewhere. */
export async function openPage(browser: Browser, url: string, size = { width: 1280, height: 800 }): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: size, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:http:\/\/localhost:|data:|blob:)/.test(request.url())) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(url);
  await page.locator('.cell span').first().waitFor();
  return { page, complaints };
}

/** The page as a person uses it. */
export class PageUser {
  constructor(readonly page: Page) {}

  /** Opens the script's menu and chooses an item. */
  async choose(item: string, menu = 'CRM'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: menu }).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  async openSheet(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).first().click();
    await this.page.getByRole('grid', { name, exact: true }).waitFor();
    await this.page.waitForFunction(() => document.querySelector('.cell.waiting') === null);
  }

  /** The cell by its name, such as B2; it must be on the page. */
  cell(name: string): ReturnType<Page['locator']> {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return this.page.locator(`#cell-${Number(row) - 1}-${column}`);
  }

  async shown(name: string): Promise<string> {
    return (await this.cell(name).innerText()).trim();
  }

  /** The letters of the column with this header in row 1 of the sheet that shows. */
  async columnOf(header: string): Promise<string> {
    await this.page.getByRole('grid').press('Control+Home');
    for (let tries = 0; tries < 60; tries += 1) {
      const found = this.page.locator('#page .frozen .cell', { hasText: new RegExp(`^${header}$`) }).first();
      if ((await found.count()) > 0) {
        const column = Number(await found.getAttribute('data-column'));
        return column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;
      }
      await this.page.getByRole('grid').press('ArrowRight');
    }
    throw new Error(`No column ${header}`);
  }

  /** Waits for a toast with these words. */
  async toast(words: string | RegExp): Promise<void> {
    await this.page.locator('.toast', { hasText: words }).first().waitFor();
  }

  /** Goes to a cell that is on the page and types into it. */
  async type(name: string, words: string): Promise<void> {
    await this.cell(name).click();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
  }
}
