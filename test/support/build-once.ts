import { fileURLToPath } from 'node:url';
import { buildWhereOld } from '../../local/cli/fresh-build';

/** Before all tests: the bundle that the journeys and faults run is that of the sources as they are. */
export const setup = (): Promise<void> => buildWhereOld(fileURLToPath(new URL('../..', import.meta.url)));
