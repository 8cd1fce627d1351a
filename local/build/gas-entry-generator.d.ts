declare module 'gas-entry-generator' {
  /** Gives a declaration for each function that the source assigns to `global`. */
  export function generate(source: string, options?: { readonly comment?: boolean; readonly autoGlobalExports?: boolean }): { readonly entryPointFunctions: string; readonly globalAssignments?: string };
}
