import type { ChartView } from '../../protocol/sheets';
import { svg, h } from '../h';
import { spansOf, type Span } from './chart-spans';
import { ROW_HEIGHT, type Layout } from './layout';

const COLOURS = ['#7a2248', '#2f6f8f', '#c9852c', '#4d7c4a', '#7b68a6', '#a0a0a0'];
const colourOf = ({ colours }: ChartView, i: number): string => colours[i] ?? COLOURS[i % COLOURS.length] ?? '#999';
/** Room around the plot in pixels; names beside flat bars want more of it than figures do. */
const roomOf = (flat: boolean) => ({ top: 44, right: 20, bottom: 44, left: flat ? 84 : 48 });

/** A sheet's charts where they lie: lines, areas, columns, bars and pies, plainly drawn from the figures. */
export const drawCharts = (charts: readonly ChartView[], layout: Layout): HTMLElement[] =>
  charts.map((chart) => {
    const element = h('figure', { className: 'chart', attrs: { 'aria-label': chart.title } }, chart.type === 'PIE' ? pie(chart) : axes(chart));
    const column = layout.columnAt(chart.column);
    element.style.insetInlineStart = `${(column?.x ?? 46) + chart.offsetX}px`;
    element.style.top = `${(layout.lineOf(chart.row) - layout.frozenLines) * ROW_HEIGHT + chart.offsetY}px`;
    return element;
  });

const frameOf = ({ width, height, title }: ChartView, ...children: readonly Node[]): SVGSVGElement =>
  svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': title }, svg('text', { x: width / 2, y: 24, class: 'title', 'text-anchor': 'middle' }, title), ...children);

function axes(chart: ChartView): SVGSVGElement {
  const { width, height, series, labels } = chart;
  const flat = chart.type === 'BAR';
  const room = roomOf(flat);
  const [wide, high] = [width - room.left - room.right, height - room.top - room.bottom];
  const spans = spansOf(chart);
  const most = Math.max(0, ...spans.flatMap((figures) => figures.map((span) => span?.[1] ?? 0)));
  const top = chart.stacked === 'shares' ? 1 : niceTop(most > 0 ? most : 1);
  const steps = 4;
  const along = flat ? high : wide;
  const slot = along / Math.max(1, labels.length);
  const y = (value: number): number => room.top + high - (value / top) * high;
  const x = (value: number): number => room.left + (value / top) * wide;
  const lines = Array.from({ length: steps + 1 }, (_, i) => {
    const value = (top / steps) * i;
    return flat
      ? svg('g', {}, svg('line', { x1: x(value), x2: x(value), y1: room.top, y2: room.top + high, class: 'rule' }), svg('text', { x: x(value), y: room.top + high + 16, 'text-anchor': 'middle' }, short(value, top)))
      : svg('g', {}, svg('line', { x1: room.left, x2: room.left + wide, y1: y(value), y2: y(value), class: 'rule' }), svg('text', { x: room.left - 6, y: y(value) + 4, 'text-anchor': 'end' }, short(value, top)));
  });
  const every = Math.max(1, Math.ceil(labels.length / Math.max(1, Math.floor(along / (flat ? 16 : 70)))));
  const names = labels.flatMap((label, i) => {
    if (i % every !== 0) return [];
    return flat
      ? [svg('text', { x: room.left - 6, y: room.top + slot * (i + 0.5) + 4, 'text-anchor': 'end' }, label.slice(0, 9))]
      : [svg('text', { x: room.left + slot * (i + 0.5), y: room.top + high + 16, 'text-anchor': 'middle' }, label.slice(0, 12))];
  });
  const drawn = spans.map((figures, s) => {
    const colour = colourOf(chart, s);
    if (chart.type === 'COLUMN' || chart.type === 'BAR') {
      const beside = chart.stacked === 'no' ? spans.length : 1;
      const thick = (slot * 0.7) / beside;
      return svg('g', { fill: colour }, ...figures.flatMap((span, i) => {
        if (span === null) return [];
        const start = slot * (i + 0.15) + (beside === 1 ? 0 : thick * s);
        const [from, to] = span;
        return [flat ? svg('rect', { x: x(from), y: room.top + start, width: Math.max(0, x(to) - x(from)), height: thick, rx: 1 }) : svg('rect', { x: room.left + start, y: y(to), width: thick, height: Math.max(0, y(from) - y(to)), rx: 1 })];
      }));
    }
    const across = (i: number): number => room.left + slot * (i + 0.5);
    return chart.type === 'AREA' ? area(figures, colour, across, y) : line(figures, colour, across, y);
  });
  return frameOf(chart, ...lines, ...names, ...drawn, legend(series.map(({ name }) => name), chart));
}

const pointsOf = (points: readonly (readonly [number, number])[]): string => points.map((point) => point.join()).join(' ');

function line(figures: readonly Span[], colour: string, across: (i: number) => number, y: (value: number) => number): SVGGElement {
  const points = figures.flatMap((span, i) => (span === null ? [] : [[across(i), y(span[1])] as const]));
  return svg(
    'g',
    {},
    svg('polyline', { points: pointsOf(points), fill: 'none', stroke: colour, 'stroke-width': 2.5, 'stroke-linejoin': 'round' }),
    ...points.map(([cx, cy]) => svg('circle', { cx, cy, r: 3, fill: colour })),
  );
}

/** What lies between where a series begins and where it ends; a figure that is missing counts as none. */
function area(figures: readonly Span[], colour: string, across: (i: number) => number, y: (value: number) => number): SVGGElement {
  const upper = figures.map((span, i) => [across(i), y(span?.[1] ?? 0)] as const);
  const lower = figures.map((span, i) => [across(i), y(span?.[0] ?? 0)] as const).reverse();
  return svg(
    'g',
    {},
    svg('polygon', { points: pointsOf([...upper, ...lower]), fill: colour, 'fill-opacity': 0.35 }),
    svg('polyline', { points: pointsOf(upper), fill: 'none', stroke: colour, 'stroke-width': 2, 'stroke-linejoin': 'round' }),
  );
}

function pie(chart: ChartView): SVGSVGElement {
  const { width, height, labels, series } = chart;
  const values = series[0]?.values.map((value) => value ?? 0) ?? [];
  const total = values.reduce((sum, value) => sum + value, 0);
  const radius = Math.min(width / 3, (height - roomOf(false).top - roomOf(false).bottom) / 2);
  const [cx, cy] = [width / 2, roomOf(false).top + radius];
  let from = -Math.PI / 2;
  const slices = values.flatMap((value, i) => {
    if (value <= 0 || total === 0) return [];
    const to = from + (value / total) * Math.PI * 2 * 0.99999;
    const point = (angle: number): string => `${cx + radius * Math.cos(angle)} ${cy + radius * Math.sin(angle)}`;
    const path = `M${cx} ${cy}L${point(from)}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to)}Z`;
    from = to;
    return [svg('path', { d: path, fill: colourOf(chart, i), stroke: '#fff', 'stroke-width': 1.5 })];
  });
  return frameOf(chart, ...slices, legend(labels.map((label, i) => `${label} ${values[i] ?? 0}`), chart));
}

function legend(names: readonly string[], chart: ChartView): SVGGElement {
  let x = 16;
  const shown = names.filter((name) => name !== '').slice(0, 6);
  return svg('g', { class: 'legend' }, ...shown.flatMap((name, i) => {
    const at = x;
    x += 24 + name.length * 6.4;
    return [svg('rect', { x: at, y: chart.height - 18, width: 10, height: 10, rx: 2, fill: colourOf(chart, i) }), svg('text', { x: at + 15, y: chart.height - 9 }, name)];
  }));
}

/** The round number at or above a figure. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 5, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

const short = (value: number, top: number): string => (top <= 1 ? `${Math.round(value * 100)}%` : value >= 10_000 ? `${Math.round(value / 1000)}k` : String(Math.round(value * 10) / 10));
