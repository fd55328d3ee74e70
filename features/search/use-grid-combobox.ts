import { type KeyboardEvent, useRef, useState } from 'react';

/** The cell that the arrow keys have reached. */
type Active = { row: number; column: number };

const COLUMNS = 2;

/**
 * The keys of a text field above a grid of two columns, as the ARIA Authoring Practices have them ("Editable
 * Combobox with Grid Popup"): the focus stays in the field, arrows walk the grid, Enter presses what is
 * reached (the first link or button of that cell) or else does what the field does, Escape closes.
 */
export function useGridCombobox(rowCount: number) {
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState<Active | null>(null);
  const grid = useRef<HTMLTableElement>(null);

  const open = () => setIsOpen(true);
  const close = () => {
    setIsOpen(false);
    setActive(null);
  };
  const press = ({ row, column }: Active) => {
    const cell = grid.current?.rows[row]?.cells[column];
    cell?.querySelector<HTMLElement>('a, button')?.click();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isShown = isOpen && rowCount > 0;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (rowCount === 0) return;
      event.preventDefault();
      open();
      setActive((now) => nextRow(now, event.key === 'ArrowDown' ? 1 : -1, rowCount));
    } else if ((event.key === 'ArrowRight' || event.key === 'ArrowLeft') && isShown && active) {
      event.preventDefault();
      setActive({ ...active, column: event.key === 'ArrowRight' ? COLUMNS - 1 : 0 });
    } else if (event.key === 'Enter' && isShown && active) {
      event.preventDefault();
      press(active);
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      close();
    }
  };
  return {
    isOpen: isOpen && rowCount > 0,
    active,
    grid,
    open,
    close,
    forget: () => setActive(null),
    onKeyDown,
  };
}

/** Past the last row, and before the first, is the field itself. */
function nextRow(now: Active | null, step: 1 | -1, rowCount: number): Active | null {
  const row = (now?.row ?? (step === 1 ? -1 : rowCount)) + step;
  return row < 0 || row >= rowCount ? null : { row, column: now?.column ?? 0 };
}
