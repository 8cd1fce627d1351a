export { normaliseEmail } from '../shared/email';
