import { importJob } from './jobs/import';
import { lookJobs } from './jobs/looks';
import { runJobs } from './jobs/runs';
import { shopJobs } from './jobs/shop';
import { taskJobs } from './jobs/tasks';
import type { Job } from './job';

const all = [...shopJobs, ...runJobs, importJob, ...lookJobs, ...taskJobs];

/** The names of the jobs in the order in which the help lists them. */
const order = 'set-up sync import preview nightly tick report tasks complete skip snooze reopen contacted make-tasks why segment undo accept-orders export-mailchimp export-person erase-person check'.split(' ');

/** Every job of the command line. */
export const jobs: readonly Job[] = [...all].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));

export const jobNamed = (name: string): Job | null => jobs.find((job) => job.name === name) ?? null;
