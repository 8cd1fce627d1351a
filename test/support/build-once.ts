import { fileURLToPath } from 'node:url';
import { buildWhereOld } from '../../local/cli/fresh-build';

/** Before all tests: the bundle that the journeys and faults run is that of the sources as they are. Where it can't be built, only they fail. */
export async function setup(): Promise<void> {
  delete process.env['CRM_BUILD_FAILED'];
  try {
    await buildWhereOld(fileURLToPath(new URL('../..', import.meta.url)));
  } catch (error) {
    process.env['CRM_BUILD_FAILED'] = error instanceof Error ? error.message : String(error);
  }
}
