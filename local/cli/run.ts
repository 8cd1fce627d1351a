import { join, resolve } from 'node:path';
import { appMessages } from '../../src/app/messages';
import { ourTables } from '../../src/app/our-tables';
import { closestWord } from '../../src/shared/closest-word';
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
import { helpText, usageOf } from './help';
import type { Job, JobResult } from './job';
import { jobNamed, jobs } from './jobs';
import { cliMessages } from './messages';
import { commonOptions, parseCommandLine, UsageError, usageMessages, type CommandLine } from './options';
import { layRunSettings } from './run-settings';
import { sessionOf } from './session';
import { settledOptions, type Options } from './settled-options';
import { Stopwatch, writeStats } from './stats';

/** Where a command runs and what it prints to. */
export interface Surroundings {
  /** The project's root, where dist and .local lie. */
  readonly root: string;
  /** The folder that paths on the command line start from. */
  readonly from: string;
  /** The manifest's time zone, which this process must run in. */
  readonly zone: string;
  readonly out: (words: string) => void;
  readonly err: (words: string) => void;
}

/** 0 done, 1 refused or failed, 2 unknown job or option, 3 stopped by --stop-at. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Runs a command line. Every failure is one sentence on `err`; only what cannot be told apart from a bug in here throws. */
export async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const watch = new Stopwatch();
  const { out, err } = surroundings;
  let line: CommandLine;
  let job: Job;
  let language = languageOf(localeTyped(args));
  try {
    line = parseCommandLine(args);
    if (line.values.has('help') || (line.words.length === 1 && line.words[0] === 'help')) {
      out(helpText(jobs, language));
      return 0;
    }
    job = jobIn(line);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    err(`${error.text[language]}\n`);
    return 2;
  }
  const run = new Command(job, line.words.slice(1), surroundings, watch);
  const statsFile = line.values.get('stats')?.[0];
  let code: ExitCode = 0;
  try {
    const { result, saved } = await run.finish(settledOptions(line));
    language = run.language ?? language;
    out(line.values.has('json') ? `${JSON.stringify(result.json, null, 2)}\n` : `${result.words[language]}\n`);
    if (saved !== null && !line.values.has('json')) out(`${cliMessages.saved(saved)[language]}\n`);
  } catch (error) {
    err(`${oneLine(sentenceOf(error)[run.language ?? language])}\n`);
    code = error instanceof Stopped ? 3 : 1;
  }
  if (statsFile !== undefined) code = statsWritten(resolve(surroundings.from, statsFile), run.host, watch, err, language) ? code : Math.max(code, 1) as ExitCode; // of two exit codes the greater is one
  return code;
}

/** The locale on the command line, for sentences about the command line itself. */
const localeTyped = (args: readonly string[]): string => {
  const at = args.findIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  return at < 0 ? '' : (args[at]?.split('=')[1] ?? args[at + 1] ?? '');
};

function jobIn({ words, values }: CommandLine): Job {
  const [name, ...args] = words;
  if (name === undefined) throw new UsageError(usageMessages.noJob);
  const job = jobNamed(name);
  if (job === null) throw new UsageError(usageMessages.unknownJob(name, closestWord(name, jobs.map((known) => known.name))));
  for (const option of values.keys()) {
    const taken: readonly string[] = job.options;
    if (!taken.includes(option) && !(option in commonOptions)) throw new UsageError(usageMessages.notForJob(option, job.name));
  }
  const [least, most] = job.count;
  if (args.length < least || args.length > most) throw new UsageError(usageMessages.wrongArguments(usageOf(job)));
  return job;
}

/** One job from opening the book to saving it. */
class Command {
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
    const session = sessionOf(host, languageOf(workbook.locale), (path) => resolve(this.surroundings.from, path));
    if (this.job.name !== 'set-up' && lacksOurSheets(workbook, this.job)) {
      session.ask('setUp', {});
      this.watch.lap('setUp');
    }
    const putBack = layRunSettings(workbook, options.settings);
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

function sentenceOf(error: unknown): Text {
  if (error instanceof Refusal) return error.text;
  if (error instanceof Stopped) return cliMessages.stopped(error.call);
  if (error instanceof TimeExceeded) return cliMessages.tookTooLong;
  return cliMessages.unknownFault(error instanceof Error ? error.message : String(error));
}

const oneLine = (words: string): string => words.replace(/\s*\n\s*/g, ' ');

function statsWritten(path: string, host: Host | null, watch: Stopwatch, err: (words: string) => void, language: Language): boolean {
  try {
    writeStats(path, host, watch);
    return true;
  } catch (error) {
    err(`${cliMessages.notWritable(path, error instanceof Error && 'code' in error ? String(error.code) : String(error))[language]}\n`);
    return false;
  }
}
