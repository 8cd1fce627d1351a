/** Characters of a stashed piece: ASCII, so bytes, of which a cache takes 100 KB a value. */
export const PIECE = 90_000;
/** Pieces of one portion. */
export const PIECES = 5;
/** The most characters that one portion may have: well under what google.script.run may carry. */
export const LONGEST_PORTION = PIECE * PIECES;
