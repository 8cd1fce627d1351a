import { describe, expect, test } from 'vitest';
import { failure, hostOf, inFunction, run, workbookWith } from '../../support/apps-script';

describe('Properties', () => {
  test('last from call to call, in three stores', () => {
    const host = hostOf(`
      function write() { PropertiesService.getDocumentProperties().setProperty('a', '1'); PropertiesService.getScriptProperties().setProperties({ b: '2' }); PropertiesService.getUserProperties().setProperty('c', '3'); }
      function read() { return [PropertiesService.getDocumentProperties().getProperties(), PropertiesService.getScriptProperties().getKeys(), PropertiesService.getUserProperties().getProperty('c'), PropertiesService.getDocumentProperties().getProperty('x')]; }`);
    host.call('write', [], 'menu');
    expect(host.call('read', [], 'menu')).toEqual([{ a: '1' }, ['b'], '3', null]);
    expect(host.call('read', [], 'menu', 'other@shop.example')).toEqual([{ a: '1' }, ['b'], null, null]);
  });

  test.each([
    ['setProperty("a", "x".repeat(9217))', 'Argument too large: value'],
    ['setProperties(Object.fromEntries(Array.from({ length: 60 }, (_, i) => ["k" + i, "x".repeat(9000)])))', 'You have exceeded the property storage quota. Please remove some properties and try again.'],
    ['setProperty("a", 5)', "The parameters (String,number) don't match the method signature for PropertiesService.Properties.setProperty."],
  ])('refuse %s', (call, words) => {
    expect(failure(`PropertiesService.getDocumentProperties().${call};`)).toBe(words);
  });
});

describe('The cache', () => {
  test('forgets when its time is over', () => {
    const body = 'const cache = CacheService.getDocumentCache(); cache.put("a", "1", 60); const before = cache.get("a"); Utilities.sleep(61000); return [before, cache.get("a")];';
    expect(run(body)).toEqual(['1', null]);
  });

  test.each([
    ['put("a", "x".repeat(102401))', 'Argument too large: value'],
    ['put("a", "1", 21601)', 'Invalid argument: expirationInSeconds'],
  ])('refuses %s', (call, words) => {
    expect(failure(`CacheService.getScriptCache().${call};`)).toBe(words);
  });
});

describe('A lock', () => {
  test('is had where nobody holds it, again by its holder too, and ends with the run', () => {
    const host = hostOf('function main() { const lock = LockService.getDocumentLock(); return [lock.hasLock(), lock.tryLock(10), lock.tryLock(10), lock.hasLock()]; }');
    expect(host.call('main', [], 'menu')).toEqual([false, true, true, true]);
    expect(host.call('main', [], 'menu')).toEqual([false, true, true, true]);
  });

  test('that another user holds is not had, and the wait is spent', () => {
    const body = 'const start = Date.now(); return [LockService.getDocumentLock().tryLock(5000), Date.now() - start];';
    expect(run(body, { faults: { lockHeld: true } })).toEqual([false, 5100]);
  });

  test('that another user holds for a while is had after it', () => {
    expect(run('return LockService.getDocumentLock().tryLock(5000);', { faults: { lockHeld: 3 } })).toBe(true);
    expect(failure('LockService.getScriptLock().waitLock(1000);', { faults: { lockHeld: 3 } })).toBe('Lock timeout: another process was holding the lock for too long.');
  });

  test('keeps a second run on the same workbook out', () => {
    const workbook = workbookWith({ Data: [] });
    const code = 'function main() { const had = LockService.getDocumentLock().tryLock(0); SpreadsheetApp.flush(); return had; }';
    const second = hostOf(code, { workbook });
    const seen: unknown[] = [];
    const first = hostOf(code, { workbook, faults: { between: (call) => void (call === 2 && seen.push(second.call('main', [], 'menu'))) } });
    expect(first.call('main', [], 'menu')).toBe(true);
    expect(seen).toEqual([false]);
    expect(second.call('main', [], 'menu')).toBe(true);
  });

  test('is not released over queued writes', () => {
    expect(failure('const lock = LockService.getDocumentLock(); lock.tryLock(0); sheet.getRange("A1").setValue(1); lock.releaseLock();')).toContain('releaseLock with 1 queued writes');
    expect(run('const lock = LockService.getDocumentLock(); lock.tryLock(0); sheet.getRange("A1").setValue(1); SpreadsheetApp.flush(); lock.releaseLock(); return lock.hasLock();')).toBe(false);
  });

  test('is dropped while an alert is open', () => {
    expect(run('const lock = LockService.getDocumentLock(); lock.tryLock(0); SpreadsheetApp.getUi().alert("Wait"); return lock.hasLock();')).toBe(false);
  });
});

describe('Triggers', () => {
  const code = `
    function install() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
    function list() { return ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction()); }
    function remove() { ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger)); }
    function tick(e) { SpreadsheetApp.getActive().getSheetByName('Data').appendRow([Session.getEffectiveUser().getEmail(), e.authMode === ScriptApp.AuthMode.FULL]); }`;

  test('of other users are invisible', () => {
    const host = hostOf(code);
    host.call('install', [], 'menu');
    expect(host.call('list', [], 'menu')).toEqual(['tick']);
    expect(host.call('list', [], 'menu', 'other@shop.example')).toEqual([]);
    host.call('remove', [], 'menu', 'other@shop.example');
    expect(host.workbook.triggers).toEqual([{ id: 'trigger-1', owner: 'manager@shop.example', handler: 'tick', everyHours: 1 }]);
    host.call('remove', [], 'menu');
    expect(host.workbook.triggers).toEqual([]);
  });

  test('run under their owner’s name', () => {
    const host = hostOf(code);
    host.call('install', [], 'menu', 'owner@shop.example');
    host.fire('trigger-1');
    expect(host.workbook.sheets[0]?.values).toEqual([['owner@shop.example', true]]);
  });

  test('are at most twenty a user', () => {
    expect(failure('for (let i = 0; i < 21; i += 1) ScriptApp.newTrigger("main").timeBased().everyHours(1).create();')).toContain('This script has too many triggers');
  });

  test.each([
    ['newTrigger("missing")', 'Script function not found: missing'],
    ['newTrigger("main").timeBased().everyHours(3)', 'The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.'],
    ['newTrigger("main").timeBased().atHour(3).create()', 'The trigger has no time or event'],
    ['newTrigger("main").timeBased().everyHours(1).nearMinute(3)', 'ScriptApp.ClockTriggerBuilder.nearMinute is not emulated'],
  ])('refuse %s', (call, words) => {
    expect(failure(`ScriptApp.${call};`)).toBe(words);
  });

  test('by day and hour, and for events of the workbook', () => {
    const body = 'ScriptApp.newTrigger("main").timeBased().everyDays(1).atHour(3).create(); ScriptApp.newTrigger("main").forSpreadsheet(book).onEdit().create(); return ScriptApp.getProjectTriggers().map((one) => String(one.getEventType()));';
    expect(run(body)).toEqual(['CLOCK', 'ON_EDIT']);
  });
});

describe('Mail', () => {
  test('is kept with its recipients, text and HTML', () => {
    const host = hostOf(inFunction('MailApp.sendEmail({ to: "a@shop.example, b@shop.example", subject: "S", body: "T", htmlBody: "<b>T</b>" }); MailApp.sendEmail("c@shop.example", "S2", "T2"); return MailApp.getRemainingDailyQuota();'));
    expect(host.call('main', [], 'menu')).toBe(97);
    expect(host.mails).toEqual([
      { to: 'a@shop.example, b@shop.example', subject: 'S', text: 'T', html: '<b>T</b>' },
      { to: 'c@shop.example', subject: 'S2', text: 'T2', html: '' },
    ]);
  });

  test.each([
    ['sendEmail("nobody", "S", "T")', 'Invalid email: nobody', {}],
    ['sendEmail("", "S", "T")', 'Failed to send email: no recipient', {}],
    ['sendEmail("a@shop.example", "S", "T")', 'Service invoked too many times for one day: email.', { mailQuota: 0 }],
    ['sendEmail(Array.from({ length: 51 }, (_, i) => i + "@shop.example").join(), "S", "T")', 'Limit Exceeded: Email Recipients Per Message.', {}],
    ['sendEmail({ to: "a@shop.example", subject: "S", body: "T", attachments: [] })', 'The option attachments of MailApp.sendEmail is not emulated', {}],
  ])('is refused: %s', (call, words, faults) => {
    expect(failure(`MailApp.${call};`, { faults })).toBe(words);
  });

  test('has a new quota the next day', () => {
    const host = hostOf(inFunction('MailApp.sendEmail("a@shop.example", "S", "T"); return MailApp.getRemainingDailyQuota();'), { faults: { mailQuota: 1 } });
    expect(host.call('main', [], 'menu')).toBe(0);
    expect(() => host.call('main', [], 'menu')).toThrow('too many times');
    host.now = '2026-07-01T03:00:00';
    expect(host.call('main', [], 'menu')).toBe(0);
  });
});

describe('The screen', () => {
  test('gets a menu; one of the same name replaces it', () => {
    const host = hostOf('function open() { const ui = SpreadsheetApp.getUi(); ui.createMenu("CRM").addItem("Run", "job").addSeparator().addSubMenu(ui.createMenu("More").addItem("Again", "job")).addToUi(); } function job() {}');
    host.call('open', [], 'open');
    host.call('open', [], 'open');
    const item = { kind: 'item', functionName: 'job' };
    expect(host.menus).toEqual([
      { title: 'CRM', items: [{ ...item, label: 'Run' }, { kind: 'separator' }, { kind: 'menu', menu: { title: 'More', items: [{ ...item, label: 'Again' }] } }] },
    ]);
  });

  test('shows a sidebar and dialogs from the bundle’s HTML', () => {
    const host = hostOf(
      inFunction('const ui = SpreadsheetApp.getUi(); ui.showSidebar(HtmlService.createHtmlOutputFromFile("page").setTitle("Tasks")); ui.showModalDialog(HtmlService.createTemplateFromFile("page").evaluate().setWidth(500).setHeight(300), "Import");'),
      { files: { 'page.html': '<p>Hello</p>' } },
    );
    host.call('main', [], 'menu');
    expect(host.dialogs).toEqual([
      { kind: 'sidebar', title: 'Tasks', html: '<p>Hello</p>', width: null, height: null },
      { kind: 'modal', title: 'Import', html: '<p>Hello</p>', width: 500, height: 300 },
    ]);
    expect(failure('HtmlService.createHtmlOutputFromFile("missing");')).toBe('No HTML file named missing was found.');
  });

  test('asks, and gets the answers that were prepared', () => {
    const host = hostOf(inFunction('const ui = SpreadsheetApp.getUi(); const yes = ui.alert("Sure?", ui.ButtonSet.YES_NO) === ui.Button.YES; return [yes, ui.prompt("Name?").getResponseText()];'));
    host.answers.push({ button: 'YES' }, { button: 'OK', text: 'Dana' });
    expect(host.call('main', [], 'menu')).toEqual([true, 'Dana']);
    expect(host.alerts.map(({ prompt }) => prompt)).toEqual(['Sure?', 'Name?']);
    expect(() => host.call('main', [], 'menu')).toThrow('Nobody is there to answer: Sure?');
  });

  test('shows toasts', () => {
    const host = hostOf(inFunction('book.toast("Done", "CRM", 3);'));
    host.call('main', [], 'menu');
    expect(host.toasts).toEqual([{ message: 'Done', title: 'CRM', seconds: 3 }]);
  });

  test('is out of a time trigger’s reach', () => {
    expect(failure('SpreadsheetApp.getUi();', { as: 'trigger' })).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
  });
});

describe('Utilities', () => {
  test.each([
    ['yyyy-MM-dd HH:mm:ss', '2026-03-27 01:05:09'],
    ["EEE d MMM yy, h:mm a 'o''clock'", "Fri 27 Mar 26, 1:05 AM o'clock"],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", '2026-03-27T01:05:09+02:00'],
  ])('format a date by %s', (pattern, words) => {
    expect(run(`return Utilities.formatDate(new Date(2026, 2, 27, 1, 5, 9), "Asia/Jerusalem", ${JSON.stringify(pattern)});`)).toBe(words);
  });

  test('digest to signed bytes and encode', () => {
    expect(run('return [Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, "a").slice(0, 3), Utilities.base64Encode("שלום"), Utilities.newBlob("x", "text/csv", "a.csv").getName()];')).toEqual([
      [12, -63, 117],
      '16nXnNeV150=',
      'a.csv',
    ]);
  });
});

test('The log keeps what Logger and console write', () => {
  const host = hostOf('function main() { Logger.log("a"); console.warn("b", { c: 1 }); }');
  host.call('main', [], 'menu');
  expect(host.logs).toEqual(['a', 'WARNING b {"c":1}']);
});
