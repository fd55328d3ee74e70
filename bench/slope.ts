/** How fast something grows: a line fitted by least squares, and the standard error of its slope. */
export type Slope = { perMinute: number; uncertainty: number };

export function slopeOf(points: [minute: number, value: number][]): Slope {
  const count = points.length;
  if (count < 3) return { perMinute: 0, uncertainty: 0 };
  const mean = (pick: (point: [number, number]) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / count;
  const [time, value] = [mean(([x]) => x), mean(([, y]) => y)];
  const spread = points.reduce((sum, [x]) => sum + (x - time) ** 2, 0);
  const perMinute = points.reduce((sum, [x, y]) => sum + (x - time) * (y - value), 0) / spread;
  const rest = points.reduce((sum, [x, y]) => sum + (y - value - perMinute * (x - time)) ** 2, 0);
  return { perMinute, uncertainty: Math.sqrt(rest / (count - 2) / spread) };
}
