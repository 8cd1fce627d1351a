import { daysBetween, type Day } from '../shared/day';
import type { Language } from '../shared/text';
import type { MailMessage } from './ports';
import { digestMessages } from './digest-messages';
import { html, raw, type Html } from './html';

/** A task as the morning mail shows it: everything that reaches the person from a phone. */
export interface DigestTask {
  readonly name: string;
  readonly email: string;
  readonly type: string;
  readonly reason: string;
  readonly note: string | null;
  readonly dueOn: Day;
  /** wa.me link with the message filled in; null without a usable number. */
  readonly whatsApp: string | null;
  /** International digits; null without a usable number. */
  readonly phone: string | null;
  /** Null where the address is dead. */
  readonly mail: { readonly subject: string; readonly text: string } | null;
}

export interface DigestFacts {
  readonly today: Day;
  readonly language: Language;
  readonly shop: string;
  readonly url: string;
  readonly tasks: readonly DigestTask[];
  /** Sentences that the manager should know: a late night, a stale import, problems, rules that need mending. */
  readonly notices: readonly string[];
}

/** The morning mail's subject and two bodies; null where there is nothing to say. */
export function digestOf(facts: DigestFacts): Omit<MailMessage, 'to'> | null {
  if (facts.tasks.length === 0 && facts.notices.length === 0) return null;
  const say = digestMessages[facts.language];
  const overdue = facts.tasks.filter((task) => task.dueOn < facts.today);
  return {
    subject: say.subject(facts.shop, facts.tasks.length, overdue.length),
    text: plainText(facts),
    html: htmlBody(facts).markup,
  };
}

function plainText(facts: DigestFacts): string {
  const say = digestMessages[facts.language];
  const tasks = facts.tasks.map((task) =>
    [
      `${task.name} · ${task.type}${task.dueOn < facts.today ? ` · ${say.overdue(daysBetween(task.dueOn, facts.today))}` : ''}`,
      task.reason,
      task.note === null ? null : `${say.note}: ${task.note}`,
      task.whatsApp === null ? null : `WhatsApp: ${task.whatsApp}`,
      task.phone === null ? null : `${say.call}: +${task.phone}`,
      task.mail === null ? null : `${say.mail}: ${task.email}`,
    ]
      .filter((line) => line !== null && line !== '')
      .join('\n'),
  );
  const notices = facts.notices.length === 0 ? [] : [`${say.toKnow}:\n${facts.notices.map((notice) => `- ${notice}`).join('\n')}`];
  return [say.intro(facts.tasks.length), ...tasks, ...notices, `${say.openSheet}: ${facts.url}`].join('\n\n');
}

const CARD = 'border:1px solid #d9dde3;border-radius:12px;padding:16px;margin:0 0 16px;background:#ffffff';
const BUTTON = 'display:inline-block;padding:12px 18px;margin:8px 8px 0 0;border-radius:24px;text-decoration:none;font-weight:600;color:#ffffff';

function htmlBody(facts: DigestFacts): Html {
  const say = digestMessages[facts.language];
  const direction = facts.language === 'he' ? 'rtl' : 'ltr';
  const align = facts.language === 'he' ? 'right' : 'left';
  return html`<!doctype html><html lang="${facts.language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"></head><body style="margin:0;background:#f4f5f7"><div dir="${direction}" style="max-width:600px;margin:0 auto;padding:16px;font:16px/1.45 Arial,Helvetica,sans-serif;color:#1d2733;text-align:${align}"><p style="margin:0 0 16px;font-size:18px;font-weight:700">${say.intro(facts.tasks.length)}</p>${facts.tasks.map((task) => card(task, facts))}${notices(facts)}<p style="margin:16px 0"><a href="${facts.url}" style="${raw(BUTTON)};background:#1f5fbf">${say.openSheet}</a></p></div></body></html>`;
}

function card(task: DigestTask, facts: DigestFacts): Html {
  const say = digestMessages[facts.language];
  const late = task.dueOn < facts.today ? html`<span style="color:#9a3412;font-weight:600"> · ${say.overdue(daysBetween(task.dueOn, facts.today))}</span>` : html``;
  const mailto = task.mail === null ? null : `mailto:${encodeURIComponent(task.email)}?subject=${encodeURIComponent(task.mail.subject)}&body=${encodeURIComponent(task.mail.text)}`;
  return html`<div style="${raw(CARD)}"><div style="font-size:18px;font-weight:700;overflow-wrap:anywhere"><bdi dir="auto">${task.name}</bdi></div><div style="margin:2px 0 8px;color:#52606d">${say.types[task.type] ?? task.type}${late}</div><div dir="auto">${task.reason}</div>${task.note === null ? html`` : html`<div style="margin-top:8px;color:#52606d">${say.note}: <bdi dir="auto">${task.note}</bdi></div>`}<div>${task.whatsApp === null ? html`` : html`<a href="${task.whatsApp}" style="${raw(BUTTON)};background:#0b7a4b">WhatsApp</a>`}${task.phone === null ? html`` : html`<a href="tel:+${task.phone}" style="${raw(BUTTON)};background:#1f5fbf">${say.call}</a>`}${mailto === null ? html`` : html`<a href="${mailto}" style="${raw(BUTTON)};background:#52606d">${say.mail}</a>`}</div></div>`;
}

function notices(facts: DigestFacts): Html {
  const say = digestMessages[facts.language];
  return facts.notices.length === 0
    ? html``
    : html`<div style="${raw(CARD)}"><div style="font-weight:700;margin-bottom:8px">${say.toKnow}</div>${facts.notices.map((notice) => html`<div style="margin:4px 0" dir="auto">${notice}</div>`)}</div>`;
}
