import type { Block, CellStyle, CellView, DropDownView, RichCell } from '../../protocol/cells';
import type { SheetView } from '../../protocol/sheets';

const BLOCK_ROWS = 100;
const MOST_BLOCKS = 400;

/** A cell with its style and drop-down looked up. */
export interface Cell {
  readonly text: string;
  /** What the editor starts with. */
  readonly edit: string;
  readonly kind: RichCell['k'] | 't';
  readonly note: string | null;
  readonly link: string | null;
  readonly style: CellStyle | null;
  readonly dropDown: DropDownView | null;
}

const EMPTY: Cell = { text: '', edit: '', kind: 't', note: null, link: null, style: null, dropDown: null };

/** The rows of one sheet that have been asked for. Old ones stay to be shown until newer ones arrive. */
export class CellStore {
  private readonly blocks = new Map<number, Block>();
  private readonly asked = new Map<number, number>();
  private revision: number;

  constructor(
    readonly name: string,
    revision: number,
    private readonly load: (sheet: string, from: number, count: number) => Promise<Block | null>,
    private readonly arrived: () => void,
  ) {
    this.revision = revision;
  }

  /** The sheet has come to this revision. */
  renew({ revision }: SheetView): void {
    this.revision = revision;
  }

  /** A cell; undefined while its row is on the way for the first time. */
  at(row: number, column: number): Cell | undefined {
    const index = Math.floor(row / BLOCK_ROWS);
    const block = this.blocks.get(index);
    if (block === undefined || block.revision !== this.revision) this.ask(index);
    if (block === undefined) return undefined;
    return cellOf(block.rows[row - block.from]?.[column] ?? '', block);
  }

  /** Asks for rows that may soon be needed. */
  want(from: number, to: number): void {
    for (let index = Math.floor(from / BLOCK_ROWS); index <= Math.floor(to / BLOCK_ROWS); index += 1) {
      if (this.blocks.get(index)?.revision !== this.revision) this.ask(index);
    }
  }

  private ask(index: number): void {
    const { revision } = this;
    if (this.asked.get(index) === revision) return;
    this.asked.set(index, revision);
    void this.load(this.name, index * BLOCK_ROWS, BLOCK_ROWS).then(
      (block) => {
        if (block === null) return;
        this.asked.set(index, block.revision);
        this.blocks.delete(index);
        this.blocks.set(index, block);
        for (const old of this.blocks.keys()) if (this.blocks.size > MOST_BLOCKS) this.blocks.delete(old);
        this.arrived();
      },
      () => this.asked.delete(index),
    );
  }
}

function cellOf(view: CellView, block: Block): Cell {
  if (typeof view === 'string') return view === '' ? EMPTY : { ...EMPTY, text: view, edit: view };
  return {
    text: view.t,
    edit: view.e ?? view.t,
    kind: view.k ?? 't',
    note: view.note ?? null,
    link: view.link ?? null,
    style: view.s === undefined ? null : (block.styles[view.s] ?? null),
    dropDown: view.d === undefined ? null : (block.dropDowns[view.d] ?? null),
  };
}
