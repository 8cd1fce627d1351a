import type { Access } from './emulation';
import { ScriptException } from './exception';
import type { HostState, Run } from './host-state';

const PREFIX = 'https://www.googleapis.com/auth/';
const SCOPES: Readonly<Record<Exclude<Access, 'none' | 'bound'>, readonly string[]>> = {
  spreadsheets: ['spreadsheets.currentonly', 'spreadsheets'],
  ui: ['script.container.ui'],
  triggers: ['script.scriptapp'],
  mail: ['script.send_mail'],
  user: ['userinfo.email'],
};

/** The scope's last part: manifests and faults may name it in full. */
const short = (scope: string): string => (scope.startsWith(PREFIX) ? scope.slice(PREFIX.length) : scope);

/** Throws, as Google does, where the run may not call the method: by its AuthMode, the manifest's scopes or the user's consent. */
export function authorise(host: Pick<HostState, 'manifest' | 'faults'>, run: Run, method: string, access: Access): void {
  if (access === 'none') return;
  if (run.authMode === 'NONE') throw refusal('You do not have permission', method, access);
  if (access === 'bound') return;
  const accepted = SCOPES[access];
  const declared = host.manifest.oauthScopes?.map(short);
  const usable = declared === undefined ? accepted : accepted.filter((scope) => declared.includes(scope));
  if (usable.length === 0) throw refusal('Specified permissions are not sufficient', method, access);
  // A simple trigger runs without authorisation: the bound workbook is all it reaches, consent or not.
  if (run.authMode === 'LIMITED') {
    if (access !== 'spreadsheets') throw refusal('You do not have permission', method, access);
    return;
  }
  const denied = deniedScopes(host);
  if (usable.every((scope) => denied.includes(scope))) throw refusal('You do not have permission', method, access);
}

/** The manifest's scopes that the user has not consented to, by their last part. */
export const deniedScopes = (host: Pick<HostState, 'faults'>): string[] => (host.faults.deniedScopes ?? []).map(short);

function refusal(words: string, method: string, access: Access): ScriptException {
  const scopes = access === 'none' || access === 'bound' ? [] : SCOPES[access].map((scope) => PREFIX + scope);
  const required = scopes.length === 0 ? '' : ` Required permissions: ${scopes.length === 1 ? (scopes[0] ?? '') : `(${scopes.join(' || ')})`}`;
  return new ScriptException(`${words} to call ${method}.${required}`);
}
