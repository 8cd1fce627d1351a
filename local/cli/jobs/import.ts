import type { ImportArguments } from '../../../src/app/mailchimp/import-mailchimp';
import { localeRules } from '../../cells/locale';
import { joinTexts, sameText, text, type Text } from '../../../src/shared/text';
import type { Job } from '../job';
import { cliMessages as messages } from '../messages';
import { readExportFiles } from '../read-export-files';

/** How many of the rejected rows are printed one by one. */
const SHOWN = 20;

/** Takes Mailchimp's exports into Contacts. */
export const importJob: Job = {
  name: 'import',
  takes: 'FILE…',
  count: [1, Infinity],
  options: ['kind', 'dry-run'],
  help: text('take Mailchimp audience exports, files or the ZIP, into Contacts', 'לקלוט ייצוא קהל של Mailchimp, קבצים או ה-ZIP, אל Contacts'),
  saves: true,
  mends: true,
  run: (session, args, { kind, dryRun }) => {
    const files = readExportFiles(args.map(session.pathOf), { kind, dayFirst: localeRules(session.host.workbook.locale).dayFirst });
    const asItTravels = JSON.parse(JSON.stringify(files)) as ImportArguments['files']; // the same members, of the shape that the request declares
    const { run, ...preview } = session.ask('importMailchimp', { files: asItTravels, dryRun });
    const found = files.map(({ file, members }): Text => sameText(`  ${file}: ${members.length}, ${[...new Set(members.map(({ status }) => status))].join(', ')}`));
    const rejected = preview.rejected.slice(0, SHOWN).map(({ file, line, value, reason, cure }): Text => {
      const at = messages.line(file, line);
      return text(`  ${at.en}: ${value} – ${reason} ${cure}`, `  ${at.he}: ${value} – ${reason} ${cure}`);
    });
    const more = preview.rejected.length > SHOWN ? [sameText('  …')] : [];
    return {
      json: run ?? { ...preview, files: files.map(({ file, kind: told, members }) => ({ file, kind: told, members: members.length })) },
      words: joinTexts([messages.imported(preview.new, preview.changed, preview.unchanged, preview.rejected.length, dryRun), ...found, ...rejected, ...more], '\n'),
    };
  },
};
