import { resolve } from 'node:path';
import { closestWord } from '../../src/shared/closest-word';
import { languageOf, type Language } from '../../src/shared/text';
import { version } from '../../src/shared/version';
import { Stopped, type Host } from '../host';
import { Command, sentenceOf, type Surroundings } from './command';
import { helpText, usageOf } from './help';
import type { Job } from './job';
import { jobNamed, jobs } from './jobs';
import { cliMessages } from './messages';
import { commonOptions, parseCommandLine, UsageError, usageMessages, type CommandLine } from './options';
import { settledOptions } from './settled-options';
import { Stopwatch, writeStats } from './stats';

/** Where a command prints to, besides where it runs. */
export interface Terminal extends Surroundings {
  readonly out: (words: string) => void;
  readonly err: (words: string) => void;
}

/** 0 done, 1 refused or failed, 2 unknown job or option, 3 stopped by --stop-at. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Runs a command line. Every failure is one sentence on `err`; only what cannot be told apart from a bug in here throws. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const watch = new Stopwatch();
  const { out, err } = terminal;
  let line: CommandLine;
  let job: Job;
  let language = languageOf(localeTyped(args));
  try {
    line = parseCommandLine(args);
    if (line.values.has('help') || (line.words.length === 1 && line.words[0] === 'help')) {
      out(helpText(jobs, language));
      return 0;
    }
    if (line.values.has('version')) {
      out(`${version}\n`);
      return 0;
    }
    job = jobIn(line);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    err(`${error.text[language]}\n`);
    return 2;
  }
  const run = new Command(job, line.words.slice(1), terminal, watch);
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
  if (statsFile !== undefined) code = statsWritten(resolve(terminal.from, statsFile), run.host, watch, err, language) ? code : Math.max(code, 1) as ExitCode; // of two exit codes the greater is one
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

// A query's error shows the place of the mistake under the query; every other sentence is one line.
const oneLine = (words: string): string => (/\n\s*\^\s*$/.test(words) ? words.trimEnd() : words.replace(/\s*\n\s*/g, ' '));

function statsWritten(path: string, host: Host | null, watch: Stopwatch, err: (words: string) => void, language: Language): boolean {
  try {
    writeStats(path, host, watch);
    return true;
  } catch (error) {
    err(`${cliMessages.notWritable(path, error instanceof Error && 'code' in error ? String(error.code) : String(error))[language]}\n`);
    return false;
  }
}
