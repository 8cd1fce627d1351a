import { hashOf } from '../shared/hash';
import type { Subject } from './rule';

/** The person in an occasion: a hash, so that the ledger keeps no address and an erased person leaves none in it. */
export const personKey = ({ contact }: Subject): string => hashOf(contact.email);
