import { emulation, methodsOf, SELF, type Emulation } from './kit/emulation';
import { Enumeration } from './kit/enumeration';
import { NotEmulated, ScriptException } from './kit/exception';
import type { Execution } from './kit/execution';
import { integer, oneOfTexts, orNothing, text } from './kit/shape';

/** A page that a script made. */
export interface HtmlState {
  html: string;
  title: string;
  width: number | null;
  height: number | null;
  readonly metaTags: Map<string, string>;
}

const frames = new Enumeration('HtmlService.XFrameOptionsMode', ['DEFAULT', 'ALLOWALL']);
const sandboxes = new Enumeration('HtmlService.SandboxMode', ['IFRAME', 'NATIVE', 'EMULATED']);

const html = methodsOf<HtmlState>();
const metaNames = oneOfTexts('viewport', 'apple-mobile-web-app-capable', 'apple-mobile-web-app-status-bar-style', 'google-site-verification', 'mobile-web-app-capable');

export const htmlOutput: Emulation<HtmlState> = emulation<HtmlState>('HtmlService.HtmlOutput', 'none', {
  getContent: html.free(html.takes([], (page) => page.html)),
  getTitle: html.free(html.takes([], (page) => page.title)),
  getWidth: html.free(html.takes([], (page) => page.width)),
  getHeight: html.free(html.takes([], (page) => page.height)),
  setTitle: html.free(
    html.takes([text], (page, _run, title) => {
      page.title = title;
      return SELF;
    }),
  ),
  setWidth: html.free(
    html.takes([orNothing(integer)], (page, _run, width) => {
      page.width = width;
      return SELF;
    }),
  ),
  setHeight: html.free(
    html.takes([orNothing(integer)], (page, _run, height) => {
      page.height = height;
      return SELF;
    }),
  ),
  setContent: html.free(
    html.takes([text], (page, _run, content) => {
      page.html = content;
      return SELF;
    }),
  ),
  append: html.free(
    html.takes([text], (page, _run, content) => {
      page.html += content;
      return SELF;
    }),
  ),
  addMetaTag: html.free(
    html.takes([metaNames, text], (page, _run, name, content) => {
      page.metaTags.set(name, content);
      return SELF;
    }),
  ),
  setXFrameOptionsMode: html.free(html.takes([frames], () => SELF)),
  setSandboxMode: html.free(html.takes([sandboxes], () => SELF)),
});

const newPage = (run: Execution, content: string): object =>
  run.wrap(htmlOutput, { html: content, title: '', width: null, height: null, metaTags: new Map() });

function fileOf(run: Execution, name: string): string {
  const content = run.host.htmlFile(name);
  if (content === null) throw new ScriptException(`No HTML file named ${name} was found.`);
  return content;
}

const templates = methodsOf<{ readonly html: string }>();

/** A template without scriptlets, which is all that the local host evaluates. */
const htmlTemplate: Emulation<{ readonly html: string }> = emulation<{ readonly html: string }>('HtmlService.HtmlTemplate', 'none', {
  getRawContent: templates.free(templates.takes([], (template) => template.html)),
  evaluate: templates.free(
    templates.takes([], (template, run) => {
      if (template.html.includes('<?')) throw new NotEmulated('HtmlService.HtmlTemplate with scriptlets');
      return newPage(run, template.html);
    }),
  ),
});

const { takes, free } = methodsOf<null>();

export const htmlService: Emulation<null> = emulation<null>(
  'HtmlService',
  'none',
  {
    createHtmlOutputFromFile: free(takes([text], (_self, run, name) => newPage(run, fileOf(run, name)))),
    createHtmlOutput: free(
      takes([], (_self, run) => newPage(run, '')),
      takes([text], (_self, run, content) => newPage(run, content)),
    ),
    createTemplateFromFile: free(takes([text], (_self, run, name) => run.wrap(htmlTemplate, { html: fileOf(run, name) }))),
    createTemplate: free(takes([text], (_self, run, content) => run.wrap(htmlTemplate, { html: content }))),
  },
  { XFrameOptionsMode: frames, SandboxMode: sandboxes },
);
