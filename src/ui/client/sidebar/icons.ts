import { icon } from '../h';

/** Pictures of 20 × 20, drawn as lines in the text's colour. */
export const icons = {
  whatsApp: () => icon('M3 17l1.2-3.6A7 7 0 1 1 7 16L3 17z', 'M7.4 7.2c0 3 2.3 5.3 5.3 5.3l.9-1.4-1.7-.9-.9.7c-1-.4-1.6-1-2-2l.7-.9-.9-1.7z'),
  call: () => icon('M5 3h2.5l1.2 3.6-1.6 1.2a10 10 0 0 0 5 5l1.2-1.6 3.7 1.3V15a2 2 0 0 1-2.2 2A14 14 0 0 1 3 5.2 2 2 0 0 1 5 3z'),
  mail: () => icon('M3 5h14v10H3z', 'M3 6l7 5 7-5'),
  copy: () => icon('M7 7h9v10H7z', 'M4 13V3h9'),
  search: () => icon('M8.5 3.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10z', 'M12.3 12.3L17 17'),
  filter: () => icon('M3 5h14M6 10h8M8.5 15h3'),
  more: () => icon('M4.5 10h.01M10 10h.01M15.5 10h.01'),
  next: () => icon('M8 4l6 6-6 6'),
  previous: () => icon('M12 4l-6 6 6 6'),
  check: () => icon('M4 10.5l4 4 8-9'),
  clock: () => icon('M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14z', 'M10 6.5V10l2.5 2'),
  skip: () => icon('M5 5l6 5-6 5z', 'M14.5 5v10'),
  close: () => icon('M5 5l10 10M15 5L5 15'),
  sheet: () => icon('M3 4h14v12H3z', 'M3 8h14M8 8v8'),
};
