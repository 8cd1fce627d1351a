import type { Workbook } from '../workbook/model';
import { emulation, methodsOf, type Emulation } from './kit/emulation';
import { ScriptException } from './kit/exception';
import type { Execution } from './kit/execution';
import { record, text } from './kit/shape';

const LIMITS = { recipientsADay: 100, recipientsAMessage: 50, subject: 250, body: 200 * 1024 };
const OPTIONS = new Set(['to', 'subject', 'body', 'htmlBody', 'name', 'cc', 'bcc', 'replyTo', 'noReply']);

/** Recipients already written to, by day, for all hosts of one workbook. */
const sentOn = new WeakMap<Workbook, Map<string, number>>();

const today = (run: Execution): string => run.host.zone.momentAt(run.host.instant()).slice(0, 10);

const quotaLeft = ({ host }: Execution, day: string): number =>
  (host.faults.mailQuota ?? LIMITS.recipientsADay) - (sentOn.get(host.workbook)?.get(day) ?? 0);

const addressesIn = (words: string): string[] =>
  words
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');

const bare = (address: string): string => /<([^<>]+)>$/.exec(address)?.[1] ?? address;

const textOption = (options: ReadonlyMap<string, unknown>, name: string): string => {
  const value = options.get(name) ?? '';
  if (typeof value !== 'string') throw new ScriptException(`Invalid argument: ${name}`);
  return value;
};

function send(run: Execution, options: ReadonlyMap<string, unknown>): void {
  for (const name of options.keys()) if (!OPTIONS.has(name)) throw new ScriptException(`The option ${name} of MailApp.sendEmail is not emulated`);
  const [to, cc, bcc] = [textOption(options, 'to'), textOption(options, 'cc'), textOption(options, 'bcc')];
  const recipients = [to, cc, bcc].flatMap(addressesIn);
  if (addressesIn(to).length === 0) throw new ScriptException('Failed to send email: no recipient');
  for (const address of recipients) {
    if (!/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(bare(address))) throw new ScriptException(`Invalid email: ${address}`);
  }
  const [subject, body, html] = [textOption(options, 'subject'), textOption(options, 'body'), textOption(options, 'htmlBody')];
  if (subject.length > LIMITS.subject) throw new ScriptException('Invalid argument: subject');
  if (Buffer.byteLength(body) > LIMITS.body || Buffer.byteLength(html) > LIMITS.body) throw new ScriptException('Limit Exceeded: Email Body Size.');
  if (recipients.length > LIMITS.recipientsAMessage) throw new ScriptException('Limit Exceeded: Email Recipients Per Message.');
  const day = today(run);
  if (recipients.length > quotaLeft(run, day)) throw new ScriptException('Service invoked too many times for one day: email.');
  const { workbook, mails } = run.host;
  const sent = sentOn.get(workbook) ?? new Map<string, number>();
  sentOn.set(workbook, sent.set(day, (sent.get(day) ?? 0) + recipients.length));
  mails.push({ to: recipients.join(', '), subject, text: body, html });
}

const { takes, counted } = methodsOf<null>();

export const mailApp: Emulation<null> = emulation<null>('MailApp', 'mail', {
  sendEmail: counted(
    takes([record], (_self, run, message) => send(run, message)),
    takes([text, text, text], (_self, run, to, subject, body) => send(run, new Map([['to', to], ['subject', subject], ['body', body]]))),
    takes([text, text, text, record], (_self, run, to, subject, body, options) =>
      send(run, new Map<string, unknown>([...options, ['to', to], ['subject', subject], ['body', body]])),
    ),
  ),
  getRemainingDailyQuota: counted(takes([], (_self, run) => Math.max(0, quotaLeft(run, today(run))))),
});
