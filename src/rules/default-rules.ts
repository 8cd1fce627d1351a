import type { Day } from '../shared/day';
import type { NewRule } from './rules.table';

/** The rows with which CRM Rules comes; those that are on begin on the day they are made. Days of Win-back and every Valid For Days are blank: the settings and the kinds decide. */
export const defaultRules = (startOn: Day | null = null): NewRule[] => rows.map((row) => (row.enabled === true ? { ...row, startOn } : row));

const rows: readonly NewRule[] = [
  { id: 'welcome', name: 'Welcome', enabled: true, trigger: 'Order completed', taskType: 'Welcome', scope: 'First only', days: 3, assignedTo: 'Manager' },
  { id: 'follow-up', name: 'Follow-up', enabled: true, trigger: 'Order completed', taskType: 'Follow-up', scope: 'Repeat only', days: 10, assignedTo: 'Manager' },
  { id: 'win-back', name: 'Win-back', enabled: true, trigger: 'No order for', taskType: 'Win-back', assignedTo: 'Manager' },
  { id: 'high-value', name: 'High value', enabled: false, trigger: 'Segment', taskType: 'High value', segment: 'total spend >= 3000', assignedTo: 'Manager' },
  {
    id: 'first-order-for-subscribers',
    name: 'First order for subscribers',
    enabled: false,
    trigger: 'Segment',
    taskType: 'Custom',
    segment: 'mailchimp status = Subscribed and total orders = 0',
    assignedTo: 'Manager',
  },
  { id: 'product-bought', name: 'Product bought', enabled: false, trigger: 'Product bought', taskType: 'Product', scope: 'Every order', days: 14, assignedTo: 'Manager' },
  { id: 'anniversary', name: 'Anniversary', enabled: false, trigger: 'Anniversary of first order', taskType: 'Anniversary', days: 0, assignedTo: 'Manager' },
  { id: 'birthday', name: 'Birthday', enabled: false, trigger: 'Birthday', taskType: 'Birthday', days: 2, assignedTo: 'Manager' },
  { id: 'before-a-holiday', name: 'Before a holiday', enabled: false, trigger: 'Before a holiday', taskType: 'Custom', days: 21, assignedTo: 'Manager' },
  { id: 'custom', name: 'Custom', enabled: false, trigger: 'Segment', taskType: 'Custom', assignedTo: 'Manager' },
];
