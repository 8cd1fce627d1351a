import { join, resolve } from 'node:path';
import { appMessages } from '../../src/app/messages';
import { ourTables } from '../../src/app/our-tables';
import { dayOfMoment } from '../../src/shared/day';
import { Refusal } from '../../src/shared/problem';
import { languageOf, type Language, type Text } from '../../src/shared/text';
import { sheetNamed } from '../cells/sheet';
import { Host, Stopped, TimeExceeded } from '../host';
import { sampleBookPath } from '../sample/default-book';
import { sameTime, Zone } from '../services/kit/zone';
import type { Workbook } from '../workbook/model';
import { openWorkbook, saveWorkbook } from '../workbook/open';
import { recordFailure, runsIn } from './failure-line';
import { buildWhereOld } from './fresh-build';
import type { Job, JobResult } from './job';
import { cliMessages } from './messages';
import { layRunSettings, settingsIn } from './run-settings';
import { sessionOf } from './session';
import type { Options } from './settled-options';
import type { Stopwatch } from './stats';

/** Where a command runs. */
export interface Surroundings {
  /** The project's root, where dist and .local lie. */
  readonly root: string;
  /** The folder that paths on the command line start from. */
  readonly from: string;
  /** The manifest's time zone, which this process must run in. */
  readonly zone: string;
}

/** One job from opening the book to saving it. */
export class Command {
  /** The workbook's language, once it is open. */
  language: Language | null = null;
  host: Host | null = null;

  constructor(
    private readonly job: Job,
    private readonly args: readonly string[],
    private readonly surroundings: Surroundings,
    private readonly watch: Stopwatch,
  ) {}

  /** Does the job and saves what came of it, whatever that is; gives where it was saved, null where nothing was to be saved. */
  async finish(options: Options): Promise<{ result: JobResult; saved: string | null }> {
    const { root, from, zone } = this.surroundings;
    if (options.zone !== null) refuseOtherZone(options.zone, zone);
    await buildWhereOld(root);
    this.watch.lap('build');
    const now = options.now ?? new Zone(options.zone ?? zone).momentAt(Date.now());
    const path = options.book === null ? await sampleBookPath(root, dayOfMoment(now)) : resolve(from, options.book);
    const workbook = await openWorkbook(path, {
      zone: options.zone ?? undefined,
      locale: options.locale ?? undefined,
      cells: options.cells ?? undefined,
      currentYear: Number(now.slice(0, 4)),
    });
    this.watch.lap('open');
    this.language = languageOf(workbook.locale);
    refuseOtherZone(workbook.timeZone, zone);

    const stateBefore = stateOf(workbook);
    const runsBefore = runsIn(workbook);
    const host = new Host({ workbook, dist: join(root, 'dist'), now, faults: options.stopAt === null ? {} : { stopAt: { call: options.stopAt } } });
    this.host = host;
    const target = options.save === null ? path : resolve(from, options.save);
    const save = async (): Promise<string | null> => {
      if (!this.job.saves || (options.save === null && stateOf(workbook) === stateBefore && workbook.sheets.every((sheet) => !sheet.dirty))) return null;
      await saveWorkbook(workbook, target);
      this.watch.lap('save');
      return target;
    };
    let result: JobResult;
    try {
      result = await this.work(host, options);
    } catch (error) {
      this.watch.lap('job');
      if (this.job.saves && !(error instanceof Stopped)) {
        recordFailure(workbook, { job: this.job.name, now, user: host.user, sentence: sentenceOf(error)[this.language], before: runsBefore });
      }
      await save();
      throw error;
    }
    this.watch.lap('job');
    return { result, saved: await save() };
  }

  /** The job itself, with our sheets made first where it needs them and the settings of this run in place. */
  private async work(host: Host, options: Options): Promise<JobResult> {
    const { workbook } = host;
    const settings = settingsIn(options.set);
    const session = sessionOf(host, languageOf(workbook.locale), (path) => resolve(this.surroundings.from, path));
    if (this.job.name !== 'set-up' && lacksOurSheets(workbook, this.job)) {
      session.ask('setUp', {});
      this.watch.lap('setUp');
    }
    const putBack = layRunSettings(workbook, settings);
    try {
      return await this.job.run(session, this.args, options);
    } finally {
      putBack();
    }
  }
}

/** A new book; or one of which a sheet is missing that the job would not make by itself. */
function lacksOurSheets(workbook: Workbook, job: Job): boolean {
  const missing = ourTables.filter(({ name }) => sheetNamed(workbook, name) === null);
  return job.mends ? missing.length === ourTables.length : missing.length > 0;
}

/** What a workbook holds besides its sheets, as text to compare. */
const stateOf = (workbook: Workbook): string =>
  JSON.stringify([
    workbook.sheets.map(({ name }) => name),
    [...workbook.documentProperties],
    [...workbook.scriptProperties],
    [...workbook.userProperties].map(([user, values]) => [user, [...values]]),
    workbook.triggers,
  ]);

function refuseOtherZone(workbookZone: string, scriptZone: string): void {
  if (!sameTime(new Zone(workbookZone), new Zone(scriptZone))) throw new Refusal(appMessages.zonesDiffer(workbookZone, scriptZone));
}

/** What an error that ended a job says, as a sentence. */
export function sentenceOf(error: unknown): Text {
  if (error instanceof Refusal) return error.text;
  if (error instanceof Stopped) return cliMessages.stopped(error.call);
  if (error instanceof TimeExceeded) return cliMessages.tookTooLong;
  return cliMessages.unknownFault(error instanceof Error ? error.message : String(error));
}
