import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const DEBIAN = '/usr/bin/chromium';

/** A headless Chromium: CHROMIUM_PATH, else Debian's, else the one that comes as a package. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args } = await whichChromium();
  return chromium.launch({ executablePath, args });
}

async function whichChromium(): Promise<{ executablePath: string; args: string[] }> {
  const named = process.env['CHROMIUM_PATH'];
  const args = ['--no-sandbox'];
  if (named !== undefined && named !== '') return { executablePath: named, args };
  if (existsSync(DEBIAN)) return { executablePath: DEBIAN, args };
  const { default: packaged } = await import('@sparticuz/chromium');
  return { executablePath: await packaged.executablePath(), args };
}
