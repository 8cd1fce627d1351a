import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { appMessages } from '../../src/app/messages';
import { dayOfMoment } from '../../src/shared/day';
import { Refusal } from '../../src/shared/problem';
import type { Language } from '../../src/shared/text';
import { SAMPLE_BOOK, sampleBookPath } from '../sample/default-book';
import { sameTime, Zone } from '../services/kit/zone';
import { openWorkbook, saveWorkbook } from '../workbook/open';
import { clientFiles } from './client-files';
import { Desk } from './desk';
import { frameServer } from './frame-server';
import { listen } from './listen';
import type { WebOptions } from './options';
import { pageServer } from './page-server';
import type { Shelf } from './shelf';

export interface Surroundings {
  /** The project's root. */
  readonly root: string;
  /** The folder that paths start from. */
  readonly from: string;
  /** The manifest's time zone, which this process must run in. */
  readonly zone: string;
  /** The built script; absent: `dist` below the root. */
  readonly dist?: string;
}

export interface Served {
  readonly url: string;
  readonly title: string;
  readonly language: Language;
  /** Whether something was changed and not saved. */
  unsaved(): boolean;
  close(): Promise<void>;
}

/** Opens the workbook and serves the page around it. Throws a Refusal where either cannot be. */
export async function serve(options: WebOptions, { root, from, zone, dist = join(root, 'dist') }: Surroundings): Promise<Served> {
  if (options.zone !== null && !sameTime(new Zone(options.zone), new Zone(zone))) throw new Refusal(appMessages.zonesDiffer(options.zone, zone));
  const clock = new Zone(zone);
  const now = options.now ?? clock.momentAt(Date.now());
  const looks = { zone: options.zone ?? undefined, locale: options.locale ?? undefined, currentYear: Number(now.slice(0, 4)) };
  const shelf = options.book === null ? sampleShelf(root, dayOfMoment(now), looks) : bookShelf(resolve(from, options.book), looks);
  const files = await clientFiles(root);
  const page = await listen(options.port);
  const frames = await listen(page.port + 1);
  const [origin, framesOrigin] = [`http://localhost:${page.port}`, `http://localhost:${frames.port}`];
  const close = async (): Promise<void> => {
    await Promise.all([page, frames].map(({ server }) => new Promise<void>((settle) => {
      server.close(() => settle());
      server.closeAllConnections();
    })));
  };
  try {
    const desk = await Desk.open({ shelf, dist, now, frozen: options.now !== null, user: options.user, framesOrigin });
    page.answer(pageServer(desk, files, { origin, port: page.port, framesOrigin }));
    frames.answer(frameServer(desk, files.shim, { port: frames.port, pageOrigin: origin }));
    return { url: `${origin}/`, title: desk.title, language: desk.language, unsaved: () => desk.unsaved, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Looks = Parameters<typeof openWorkbook>[1];

const bookShelf = (path: string, looks: Looks): Shelf => ({
  path,
  sample: false,
  open: () => openWorkbook(path, looks),
  save: (workbook) => saveWorkbook(workbook, path),
  reset: () => openWorkbook(path, looks),
});

/** The sample shop in .local, the same that the command line works on. */
function sampleShelf(root: string, today: string, looks: Looks): Shelf {
  const open = async (): ReturnType<typeof openWorkbook> => openWorkbook(await sampleBookPath(root, today), looks);
  return {
    path: join(root, SAMPLE_BOOK),
    sample: true,
    open,
    save: (workbook) => saveWorkbook(workbook, join(root, SAMPLE_BOOK)),
    reset() {
      rmSync(join(root, SAMPLE_BOOK), { recursive: true, force: true });
      return open();
    },
  };
}
