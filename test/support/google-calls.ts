import { resolve } from 'node:path';
import ts from 'typescript';

const GOOGLE = '@types/google-apps-script';

/**
 * Every method of Google's services that the files call, as the type declarations name it: `Spreadsheet.Sheet.getRange`,
 * `Mail.MailApp.sendEmail`. `sources` are further files given as text, by path.
 */
export function googleCalls(files: readonly string[], sources: Readonly<Record<string, string>> = {}): string[] {
  const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2020.d.ts'], types: ['google-apps-script'], strict: true, skipLibCheck: true, noEmit: true };
  const given = new Map(Object.entries(sources).map(([path, text]) => [resolve(path), text]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (path) => given.get(path) ?? readFile(path);
  host.fileExists = (path) => given.has(path) || fileExists(path);
  const roots = [...files.map((file) => resolve(file)), ...given.keys()];
  const program = ts.createProgram(roots, options, host);
  const checker = program.getTypeChecker();
  const found = new Set<string>();
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const declared = checker.getResolvedSignature(node)?.declaration;
      if (declared?.getSourceFile().fileName.includes(GOOGLE) === true) found.add(nameOf(declared));
    }
    ts.forEachChild(node, look);
  };
  for (const path of roots) {
    const file = program.getSourceFile(path);
    if (file === undefined) throw new Error(`No such file: ${path}`);
    look(file);
  }
  return [...found].sort();
}

/** The names of the interface and its namespace, and the method's own. */
function nameOf(declared: ts.Node): string {
  const names: string[] = [];
  for (let node = declared; !ts.isSourceFile(node); node = node.parent) {
    if ((ts.isMethodSignature(node) || ts.isInterfaceDeclaration(node) || ts.isModuleDeclaration(node)) && node.name.getText() !== 'GoogleAppsScript') names.unshift(node.name.getText());
  }
  return names.join('.');
}
