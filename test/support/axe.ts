import axeCore from 'axe-core';
import type { Page } from 'playwright-core';

interface Axe {
  run(where: object, options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
}

/** What axe finds in a page that is serious or worse, WCAG 2.2 AA and good practice, as `rule: element`; frames of another origin are looked at by themselves. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    // Put there by axe-core's own script just now.
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run({ exclude: [['iframe']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}
