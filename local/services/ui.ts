import { emulation, methodsOf, SELF, type Emulation } from './kit/emulation';
import { Enumeration } from './kit/enumeration';
import { ScriptException, Unanswered } from './kit/exception';
import type { Execution } from './kit/execution';
import type { Answer, Dialog, Menu, MenuItem } from './kit/host-state';
import { releaseLocksOf } from './kit/locks';
import { text } from './kit/shape';
import { instance } from './kit/wrapped';
import { htmlOutput, type HtmlState } from './html-service';

const button = new Enumeration('Base.Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const buttonSet = new Enumeration('Base.ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);
type Buttons = (typeof buttonSet.names)[number];

interface MenuState {
  readonly title: string;
  readonly items: MenuItem[];
}

const menus = methodsOf<MenuState>();

const built = ({ title, items }: MenuState): Menu => ({ title, items: [...items] });

const menuEmulation: Emulation<MenuState> = emulation<MenuState>('Base.Menu', 'none', {
  addItem: menus.free(
    menus.takes([text, text], (menu, run, label, functionName) => {
      if (!run.host.entryPoints.has(functionName)) throw new ScriptException(`Script function not found: ${functionName}`);
      menu.items.push({ kind: 'item', label, functionName });
      return SELF;
    }),
  ),
  addSeparator: menus.free(
    menus.takes([], (menu) => {
      menu.items.push({ kind: 'separator' });
      return SELF;
    }),
  ),
  addSubMenu: menus.free(
    menus.takes([instance(() => menuEmulation)], (menu, _run, inner) => {
      menu.items.push({ kind: 'menu', menu: built(inner) });
      return SELF;
    }),
  ),
  addToUi: menus.free(
    menus.takes([], (menu, run) => {
      const { menus: shown } = run.host;
      const at = shown.findIndex(({ title }) => title === menu.title);
      // A menu of the same name replaces the one that is there.
      shown.splice(at < 0 ? shown.length : at, at < 0 ? 0 : 1, built(menu));
    }),
  ),
});

const promptResponse: Emulation<Answer> = emulation<Answer>('Base.PromptResponse', 'none', (() => {
  const answers = methodsOf<Answer>();
  return {
    getSelectedButton: answers.free(answers.takes([], (answer) => button.member(answer.button))),
    getResponseText: answers.free(answers.takes([], (answer) => answer.text ?? '')),
  };
})());

/** What the user answers; with nothing prepared an OK alone is pressed, and any real question fails, or waits for whoever is there. */
function answerTo(run: Execution, title: string, prompt: string, buttons: Buttons, asked: boolean): Answer {
  if (run.simple) throw new ScriptException('You do not have permission to call Ui.alert.');
  const { host } = run;
  // An open dialog suspends the script and drops its locks.
  releaseLocksOf(host.workbook, run);
  const prepared = host.answers.shift();
  const unanswered = prepared === undefined && (asked || buttons !== 'OK');
  if (unanswered && host.attended) throw new Unanswered({ title, prompt, buttons, typed: asked });
  if (unanswered) throw new ScriptException(`Nobody is there to answer: ${prompt}`);
  const answer = prepared ?? { button: 'OK' };
  host.alerts.push({ title, prompt, buttons, answer });
  return answer;
}

function show(run: Execution, kind: Dialog['kind'], { html, title, width, height }: HtmlState, heading: string): void {
  run.host.dialogs.push({ kind, title: heading === '' ? title : heading, html, width, height });
}

const { takes, free, counted, needing } = methodsOf<null>();
const page = instance(() => htmlOutput);
const alert = (run: Execution, title: string, prompt: string, buttons: Buttons): unknown => button.member(answerTo(run, title, prompt, buttons, false).button);
const ask = (run: Execution, title: string, prompt: string, buttons: Buttons): object => run.wrap(promptResponse, answerTo(run, title, prompt, buttons, true));

/** Menus need nothing; sidebars and dialogs the container.ui scope. */
const uiEmulation: Emulation<null> = emulation<null>(
  'Base.Ui',
  'none',
  {
    createMenu: free(takes([text], (_self, run, title) => run.wrap(menuEmulation, { title, items: [] }))),
    createAddonMenu: free(takes([], (_self, run) => run.wrap(menuEmulation, { title: 'Add-on', items: [] }))),
    alert: needing(
      'bound',
      free(
        takes([text], (_self, run, prompt) => alert(run, '', prompt, 'OK')),
        takes([text, buttonSet], (_self, run, prompt, buttons) => alert(run, '', prompt, buttons)),
        takes([text, text, buttonSet], (_self, run, title, prompt, buttons) => alert(run, title, prompt, buttons)),
      ),
    ),
    prompt: needing(
      'bound',
      free(
        takes([text], (_self, run, prompt) => ask(run, '', prompt, 'OK')),
        takes([text, buttonSet], (_self, run, prompt, buttons) => ask(run, '', prompt, buttons)),
        takes([text, text, buttonSet], (_self, run, title, prompt, buttons) => ask(run, title, prompt, buttons)),
      ),
    ),
    showSidebar: needing('ui', counted(takes([page], (_self, run, html) => show(run, 'sidebar', html, '')))),
    showModalDialog: needing('ui', counted(takes([page, text], (_self, run, html, title) => show(run, 'modal', html, title)))),
    showModelessDialog: needing('ui', counted(takes([page, text], (_self, run, html, title) => show(run, 'modeless', html, title)))),
  },
  { Button: button, ButtonSet: buttonSet },
);

export const newUi = (run: Execution): object => run.wrap(uiEmulation, null);
