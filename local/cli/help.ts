import { text, type Language } from '../../src/shared/text';
import { version } from '../../src/shared/version';
import type { Job } from './job';
import { commonOptions, jobOptions } from './options';

/** `import FILE… [--kind KIND] [--dry-run]`. */
export function usageOf(job: Job): string {
  const options = job.options.map((name) => {
    const { value } = jobOptions[name];
    return value === null ? `[--${name}]` : `[--${name} ${value}]`;
  });
  return [job.name, job.takes, ...options].filter((part) => part !== '').join(' ');
}

const headings = {
  usage: text('npm run crm -- JOB [options]', 'npm run crm -- JOB [options]'),
  jobs: text('Jobs', 'עבודות'),
  jobOptions: text('Options of these jobs', 'אפשרויות של העבודות האלה'),
  options: text('Options of every job', 'אפשרויות של כל עבודה'),
  exits: text('Exit codes: 0 done, 1 refused or failed, 2 unknown job or option, 3 stopped by --stop-at.', 'קודי יציאה: 0 בוצע, 1 סורב או נכשל, 2 עבודה או אפשרות לא מוכרת, 3 נעצר בידי ‎--stop-at.'),
};

/** What `crm --help` prints: every job with its arguments and options. */
export function helpText(jobs: readonly Job[], language: Language): string {
  const jobLines = jobs.map((job) => `  ${usageOf(job)}\n      ${job.help[language]}`);
  const optionLines = (kinds: typeof commonOptions | typeof jobOptions): string[] =>
    Object.entries(kinds).map(([name, { value, help }]) => `  ${`--${name}${value === null ? '' : ` ${value}`}`.padEnd(24)} ${help[language]}`);
  return [
    `jlmops CRM ${version}`,
    headings.usage[language],
    '',
    `${headings.jobs[language]}:`,
    ...jobLines,
    '',
    `${headings.jobOptions[language]}:`,
    ...optionLines(jobOptions),
    '',
    `${headings.options[language]}:`,
    ...optionLines(commonOptions),
    '',
    headings.exits[language],
    '',
  ].join('\n');
}
