import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Nodes of a worksheet that the model has no use for and on whose parts exceljs may stumble. */
export const NODES_LEFT_OUT: readonly string[] = ['drawing', 'legacyDrawing', 'picture', 'tableParts', 'extLst', 'conditionalFormatting', 'controls', 'oleObjects'];

const PARTS = 'drawings|charts|chartsheets|media|embeddings|tables|pivotTables|pivotCache|ctrlProps|externalLinks|threadedComments|persons|slicers|slicerCaches|timelines|queryTables|printerSettings|customProperty|comments';
const PART = new RegExp(`^xl/(?:${PARTS})[\\d/.]`);
const RELATIONSHIP = new RegExp(`<Relationship\\b[^>]*\\bTarget="(?:[^"]*/)?(?:${PARTS})[\\d/.][^"]*"[^>]*?(?:/>|></Relationship>)`, 'g');

/** The workbook file without drawings, charts, tables, pivots and comments: cells, styles and links are all there. */
export function bareXlsx(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes, { filter: ({ name }) => !PART.test(name) });
  for (const [name, content] of Object.entries(parts)) {
    if (name.startsWith('xl/') && name.endsWith('.rels')) parts[name] = strToU8(strFromU8(content).replace(RELATIONSHIP, ''));
  }
  return zipSync(parts, { level: 1 });
}
