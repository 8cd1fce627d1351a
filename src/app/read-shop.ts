import type { Table } from '../sheets/table';
import type { TableImage, Workbook } from '../sheets/workbook';

/** Each sheet of ours as it was when first asked for: a job reads no sheet twice. */
export function tableReader(book: Workbook): <T extends Table>(table: T) => TableImage<T> {
  const images = new Map<string, TableImage<Table>>();
  return <T extends Table>(table: T): TableImage<T> => {
    const known = images.get(table.name);
    if (known !== undefined) return known as unknown as TableImage<T>; // stored below under this very table's name
    const image = book.read(table);
    images.set(table.name, image as unknown as TableImage<Table>);
    return image;
  };
}
