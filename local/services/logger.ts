import { types } from 'node:util';
import { classOf } from './kit/wrapped';
import type { HostState } from './kit/host-state';
import { MISMATCH, type Shape } from './kit/shape';
import { emulation, methodsOf, SELF, type Emulation, type Method } from './kit/emulation';

const anything: Shape<unknown> = { read: (value) => (value === MISMATCH ? MISMATCH : value) };

/** A value as a line of the log. */
function lineOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const name = classOf(value);
  if (name !== undefined) return name;
  if (types.isNativeError(value)) return value.stack ?? value.message;
  if (typeof value === 'object' && value !== null) {
    try {
      return JSON.stringify(value);
    } catch {
      return Object.prototype.toString.call(value);
    }
  }
  return String(value);
}

const { takes, free } = methodsOf<null>();
const write = ({ logs }: Pick<HostState, 'logs'>, level: string, values: readonly unknown[]): void => {
  logs.push(`${level}${values.map(lineOf).join(' ')}`);
};

/** Any number of values, up to eight. */
const logs = (level: string, chain = false): Method<null> =>
  free(
    ...Array.from({ length: 9 }, (_unused, count) =>
      takes(Array.from({ length: count }, () => anything), (_self, run, ...values: readonly unknown[]) => {
        write(run.host, level, values);
        return chain ? SELF : undefined;
      }),
    ),
  );

export const logger: Emulation<null> = emulation<null>('Logger', 'none', { log: logs('', true) });

export const consoleOfScript: Emulation<null> = emulation<null>('console', 'none', {
  log: logs(''),
  info: logs(''),
  warn: logs('WARNING '),
  error: logs('ERROR '),
});
