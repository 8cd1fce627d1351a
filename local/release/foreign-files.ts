interface ProjectFile {
  /** With folder and ending, as clasp writes it: `Code.js`, `lib/Import.js`, `sidebar.html`. */
  readonly name: string;
  readonly content: string;
}

/** A new project comes with an empty `Code.js`. */
const CODE = 'Code.js';

/** Whether it is a bundle of ours, of this version or another: a `Code.js` of the shop's own looks like ours by its name alone. */
const isBundle = (content: string): boolean => content.startsWith('var global = this;') && content.includes('var crm_=');

/** Files of the project at Google that a push would erase although they are not ours: `clasp push` replaces the whole project. */
export function foreignFiles(remote: readonly ProjectFile[], ours: readonly string[]): string[] {
  const isOurs = ({ name, content }: ProjectFile): boolean => ours.includes(name) && (name !== CODE || isBundle(content) || isUntouched(content));
  return remote.filter((file) => !isOurs(file)).map(({ name }) => name);
}

const isUntouched = (content: string): boolean => /^\s*(function myFunction\(\)\s*\{\s*\})?\s*$/.test(content);
