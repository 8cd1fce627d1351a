import { version as released } from '../../package.json';

/** The version that this build was made from; CHANGELOG.md says what each brought. */
export const version: string = released;
