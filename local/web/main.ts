import { Refusal } from '../../src/shared/problem';
import { languageOf } from '../../src/shared/text';
import { buildWhereOld } from '../cli/fresh-build';
import { webMessages } from './messages';
import { webOptions } from './options';
import { serve, type Surroundings } from './serve';

/** `npm start`: builds where needed, opens the workbook, serves the page and says where. A refusal is one sentence and exit code 1. */
export async function start(args: readonly string[], surroundings: Surroundings): Promise<void> {
  try {
    const options = webOptions(args);
    await buildWhereOld(surroundings.root);
    const page = await serve(options, surroundings);
    process.stdout.write(`${webMessages.running(page.title, page.url)[page.language]}\n${webMessages.stopHint[page.language]}\n`);
    const stop = (): void => {
      if (page.unsaved()) process.stdout.write(`\n${webMessages.notSaved[page.language]}\n`);
      void page.close().then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const language = languageOf(args.join(' ').match(/--locale[= ](\S+)/)?.[1] ?? '');
    process.stderr.write(`${error.text[language].replace(/\s*\n\s*/g, ' ')}\n`);
    process.exitCode = 1;
  }
}
