import type { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The rooms of src in the order in which they may build on each other. */
const rooms = ['shared', 'sheets', 'settings', 'orders', 'contacts', 'rules', 'tasks', 'reports', 'app'] as const;

/** A room may import itself and the rooms before it. */
const importsGoOneWay = rooms.map((room, index): Linter.Config => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [...rooms.slice(index + 1), 'google', 'ui', 'main'].flatMap((above) => [`**/${above}/**`, `**/${above}`]),
            message: `Imports go one way: ${rooms.slice(0, index + 1).join(' ← ')}.`,
          },
          { group: ['**/local/**', '**/test/**', 'node:*'], message: 'Nothing in src imports the local host, the tests or Node.' },
        ],
      },
    ],
  },
}));

export default defineConfig(
  { ignores: ['dist/**', 'dist.building-*/**', 'node_modules/**', '.local/**'] },
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'A list of words `as const` instead of an enum.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
    },
  },
  ...importsGoOneWay,
  {
    files: rooms.map((room) => `src/${room}/**/*.ts`),
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'A list of words `as const` instead of an enum.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pure functions take `today`; only main and google read the clock.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Pure functions take `today`; only main and google read the clock.' },
        { selector: 'CatchClause', message: 'One catch, in google/run-safely; a bad cell is a collected problem.' },
      ],
    },
  },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
