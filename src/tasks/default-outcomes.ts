/** The outcomes that come with the CRM, as rows of CRM Outcomes. */
export const defaultOutcomes = [
  { outcome: 'Reached', countsAsContact: true, then: 'close', days: null },
  { outcome: 'Message sent', countsAsContact: true, then: 'close', days: null },
  { outcome: 'Left message', countsAsContact: true, then: 'close', days: null },
  { outcome: 'Wants to order', countsAsContact: true, then: 'remind', days: 7 },
  { outcome: 'No answer', countsAsContact: false, then: 'try again', days: 2 },
  { outcome: 'Not interested', countsAsContact: true, then: 'do not contact', days: null },
  { outcome: 'Wrong number', countsAsContact: false, then: 'wrong number', days: null },
] as const;
