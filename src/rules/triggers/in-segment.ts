import { contactOn } from '../../contacts/status';
import { addDays, daysBetween, type Day } from '../../shared/day';
import { text } from '../../shared/text';
import { triggerMessages, whyNotMessages } from '../messages';
import { optionalDays, segment } from '../parameters';
import { personKey } from '../person-key';
import { personReason } from '../reasons';
import type { Match, Subject, WhyNot } from '../rule';
import type { Condition } from '../segments/condition';
import type { NamedSegment } from '../segments/named';
import { explainSegment, segmentTest } from '../segments/segment';
import { trigger, type ParameterContext } from '../trigger';

interface InSegment {
  readonly segment: NamedSegment;
  readonly repeatEvery: number | null;
}

// Compiled once a condition and day: a night asks it of every person.
const compiled = new WeakMap<Condition, { readonly today: Day; readonly belongs: ReturnType<typeof segmentTest> }>();

/** Whether the person is in the segment today. */
export function isInSegment(condition: Condition, { contact, today }: Pick<Subject, 'contact' | 'today'>): boolean {
  const known = compiled.get(condition);
  if (known !== undefined && known.today === today) return known.belongs(contact);
  const belongs = segmentTest(condition, today);
  compiled.set(condition, { today, belongs });
  return belongs(contact);
}

/** Periods of `everyDays` counted from a fixed day, so that the same day always lies in the same one. */
const periodOf = (today: Day, everyDays: number): number => Math.floor(daysBetween('2000-01-01', today) / everyDays);

function matches({ segment: { condition, title }, repeatEvery }: InSegment, subject: Subject): Match[] {
  if (!isInSegment(condition, subject)) return [];
  const person = personKey(subject);
  return [
    {
      occasion: repeatEvery === null ? person : `${person} ${periodOf(subject.today, repeatEvery)}`,
      day: subject.today,
      orderId: null,
      trigger: triggerMessages.segment(title),
      series: { prefix: person, everyDays: repeatEvery },
      get reason() {
        return personReason(subject);
      },
    },
  ];
}

const DAYS_AHEAD = 400;

/** The first day on which the person will be in the segment though nothing happens but time; null = not within 400 days. */
function firstDayIn(condition: Condition, { contact, today, settings }: Subject): Day | null {
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    if (segmentTest(condition, day)(contactOn(contact, settings.lapsedAfterDays, day))) return day;
  }
  return null;
}

/** Why the person is not in the segment, and when time alone will bring them there. */
export function segmentWhyNot(condition: Condition, subject: Subject): WhyNot {
  const why = explainSegment(condition, subject.contact, subject.today);
  return why === null ? { condition: whyNotMessages.inSegment, earliest: null } : { condition: why, earliest: firstDayIn(condition, subject) };
}

export const inSegment = trigger({
  name: 'Segment',
  help: text(
    'The person is in the Segment (a query, or a name of CRM Segments): once, or again every Repeat Every days.',
    'האדם נמצא ב-Segment (שאילתה, או שם מתוך CRM Segments): פעם אחת, או שוב בכל Repeat Every ימים.',
  ),
  boundByStart: false,
  parameters: ({ segmentOf }: ParameterContext) => ({ segment: segment(segmentOf), repeatEvery: optionalDays(1) }),
  matches,
  whyNot: ({ segment: { condition } }, subject) => segmentWhyNot(condition, subject),
  moot: () => null,
});
