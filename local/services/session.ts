import { emulation, methodsOf, type Emulation } from './kit/emulation';

const users = methodsOf<string>();

const userEmulation: Emulation<string> = emulation<string>('Session.User', 'user', {
  getEmail: users.counted(users.takes([], (address) => address)),
  toString: users.free(users.takes([], (address) => address)),
});

const { takes, free, needing } = methodsOf<null>();

/** Who runs the script. A simple trigger has no identity: asking for one throws. */
export const session: Emulation<null> = emulation<null>('Session', 'none', {
  getActiveUser: needing('user', free(takes([], (_self, run) => run.wrap(userEmulation, run.run.user)))),
  getEffectiveUser: needing('user', free(takes([], (_self, run) => run.wrap(userEmulation, run.run.user)))),
  getScriptTimeZone: free(takes([], (_self, run) => run.host.manifest.timeZone)),
  getActiveUserLocale: free(takes([], (_self, run) => run.host.workbook.locale.slice(0, 2))),
});
